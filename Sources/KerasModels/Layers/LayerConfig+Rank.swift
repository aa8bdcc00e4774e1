extension LayerConfig {
    /// Records with another number of axes than the layer takes.
    func wrongRank(_ wanted: String) -> KerasModelError {
        KerasModelError(
            .shapeMismatch,
            "\(entry.className) takes \(wanted), gets the shape \(shape)",
            at: location,
            remedy: "Check the model's configuration; the file may have been edited."
        )
    }
}
