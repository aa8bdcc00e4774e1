import Diagnostics

/// Decides, before anything is built, whether every layer of a configuration may be read.
enum LayerAdmission {
    /// Refuses code, somebody's own classes, nested models and unsupported layers.
    ///
    /// - Throws: `lambdaLayer`, `customObject`, `nestedModel` or `unsupportedLayer` naming layer, class and file.
    static func check(_ entries: [LayerEntry], file: String) throws(KerasModelError) {
        for entry in entries { try check(entry, at: .layer(entry.name, file: file)) }
    }

    private static func check(_ entry: LayerEntry, at location: Location) throws(KerasModelError) {
        let className = entry.className
        switch className {
        case "Lambda":
            throw KerasModelError(
                .lambdaLayer,
                "the layer is a Lambda: program code from the file, which is never run",
                at: location,
                remedy: "Rebuild the model with Keras's own layers in its place, such as Rescaling, and save it again."
            )
        case "Functional", "Model", "Sequential":
            throw KerasModelError(
                .nestedModel,
                "the layer is a model of its own (\(className))",
                at: location,
                remedy: "Build the model flat: call the inner model's layers one after the other, and save it again."
            )
        default: break
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
            throw KerasModelError(
                .unsupportedLayer,
                "layers of the class \(className) are not supported",
                at: location,
                remedy: "`layeraudit list layers` shows the supported classes; audit a model made of those."
            )
        }
    }

    /// Whether the entry names one of Keras's own classes.
    private static func isOfKeras(_ entry: LayerEntry) -> Bool {
        if let package = entry.original["registered_name"]?.string, package.contains(">") { return false }
        if let module = entry.original["module"]?.string {
            let roots = ["keras", "tensorflow", "tf_keras"]
            guard roots.contains(where: { module == $0 || module.hasPrefix($0 + ".") }) else { return false }
        }
        return KerasLayerCatalog.kind(of: entry.className) != nil
            || KerasLayerCatalog.unsupported.contains(entry.className)
    }
}
