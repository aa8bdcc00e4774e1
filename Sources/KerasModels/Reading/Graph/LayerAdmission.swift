import Diagnostics

/// Decides, before anything is built, whether every layer of a configuration may be read.
enum LayerAdmission {
    /// Refuses code, somebody's own classes and unsupported layers.
    ///
    /// - Throws: `lambdaLayer`, `customObject` or `unsupportedLayer` naming layer, class and file.
    static func check(_ leaves: [FlatModel.Leaf], file: String) throws(KerasModelError) {
        for leaf in leaves { try check(leaf.entry, at: .layer(leaf.name, file: file)) }
    }

    /// Refuses one layer.
    static func check(_ entry: LayerEntry, at location: Location) throws(KerasModelError) {
        let className = entry.className
        guard className != "Lambda" else {
            throw KerasModelError(
                .lambdaLayer,
                "the layer is a Lambda: program code from the file, which is never run",
                at: location,
                remedy: "Rebuild the model with Keras's own layers in its place, such as Rescaling, and save it again."
            )
        }
        guard isOfKeras(entry) else {
            throw KerasModelError(
                .customObject,
                "the layer is of the class '\(className)', which is not Keras's own; its code is not in the file",
                at: location,
                remedy: "Replace the layer by Keras's own ones, or audit the model up to the layer before it."
            )
        }
        guard KerasLayerCatalog.kind(of: className) != nil else {
            throw unsupported(entry, at: location)
        }
    }

    /// A class of Keras that is not supported.
    static func unsupported(_ entry: LayerEntry, at location: Location) -> KerasModelError {
        KerasModelError(
            .unsupportedLayer,
            "layers of the class \(entry.className) are not supported",
            at: location,
            remedy: "`layeraudit list layers` shows the supported classes; audit a model made of those."
        )
    }

    /// Whether the entry names one of Keras's own classes.
    private static func isOfKeras(_ entry: LayerEntry) -> Bool {
        if entry.className.hasPrefix(LayerEntryReader.operations) { return true }
        let module = entry.original["module"]?.string
        // Keras registers some layers of its own example models the way users register theirs.
        let isOfExample = ["keras.applications.", "keras.src.applications."].contains { module?.hasPrefix($0) == true }
        if let package = entry.original["registered_name"]?.string, package.contains(">") && !isOfExample {
            return false
        }
        if let module {
            let roots = ["keras", "tensorflow", "tf_keras"]
            guard roots.contains(where: { module == $0 || module.hasPrefix($0 + ".") }) else { return false }
        }
        return KerasLayerCatalog.kind(of: entry.className) != nil
            || KerasLayerCatalog.unsupported.contains(entry.className)
    }
}
