import Diagnostics

extension NetworkError {
    /// A layer through which a record's gradient depends on other records.
    static func mixing(_ layer: NamedLayer) -> NetworkError {
        NetworkError(
            .mixesRecords,
            "layer '\(layer.name)' (\(layer.kind)) normalises with the statistics of the batch, so that no record has "
                + "a gradient of its own",
            remedy: "Replace batch normalisations by group normalisations, or freeze the layer."
        )
    }

    /// All layers are frozen, or none has weights.
    static var nothingTrained: NetworkError {
        NetworkError(
            .nothingTrained,
            "no layer has weights that are trained",
            remedy: "Leave at least one layer with weights out of the frozen ones."
        )
    }

    /// Some record's gradient is infinite or not a number, which no clipping bounds.
    static var gradientDiverged: NetworkError {
        NetworkError(
            .diverged,
            "training diverged: a record's gradient is not a number",
            remedy: "Lower learningRate or the clipping bound, and check the records for values that are not numbers."
        )
    }
}
