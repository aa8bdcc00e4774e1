import Diagnostics
import Networks
import Tensors

/// One layer as it will stand in the file.
struct LayerPlan {
    /// The name.
    let name: String
    /// The entry of the configuration, without its applications.
    let entry: [String: JSONValue]
    /// Each parameter with the engine's values.
    let weights: [(parameter: StoredParameter, values: TensorValues)]

    /// Plans a layer.
    ///
    /// - Parameters:
    ///   - named: the layer.
    ///   - origin: how the file it was read from describes it.
    ///   - values: its weights in the engine's layout.
    ///   - file: the file to be written, for messages.
    /// - Throws: `notWritable` when Keras has no such layer, `weightsMismatch`.
    init(
        _ named: NamedLayer,
        origin: LayerEntry?,
        values: [TensorValues],
        file: String
    ) throws(KerasModelError) {
        let location = Location.layer(named.name, file: file)
        guard let (kind, written) = Self.form(named, origin) else {
            throw KerasModelError(
                .notWritable,
                "Keras has no layer that computes '\(named.kind)' (\(type(of: named.layer)))",
                at: location,
                remedy: "Leave the layer out, or use one that `layeraudit list layers` shows."
            )
        }
        let parameters = kind.storedParameters(named.layer) ?? []
        guard parameters.map(\.engineShape) == values.map(\.shape) else {
            throw KerasModelError(
                .weightsMismatch,
                "the layer needs weights of the shapes \(parameters.map(\.engineShape)), "
                    + "the model has \(values.map(\.shape))",
                at: location,
                remedy: "Give the weights that belong to this architecture."
            )
        }
        name = named.name
        weights = Array(zip(parameters, values)).map { (parameter: $0.0, values: $0.1) }
        var options = written.options
        options["name"] = .string(named.name)
        if origin == nil { options["dtype"] = .string("float32") }
        var entry = origin?.original ?? [:]
        entry["class_name"] = .string(written.className)
        entry["name"] = .string(named.name)
        entry["config"] = .object(options)
        self.entry = entry
    }

    /// The kind that stores the layer, and its class and options: the file's own where there are such.
    private static func form(
        _ named: NamedLayer,
        _ origin: LayerEntry?
    ) -> (kind: any KerasLayerKind.Type, written: WrittenLayer)? {
        let kind = KerasLayerCatalog.kind(of: named.kind)
        let isOperation = origin?.className.hasPrefix(LayerEntryReader.operations) == true
        if let origin, let kind, !isOperation, kind.storedParameters(named.layer) != nil {
            var options = origin.options
            // In a Functional model the input has a layer of its own.
            if origin.className != "InputLayer" {
                for key in ["batch_input_shape", "batch_shape", "input_shape"] { options[key] = nil }
            }
            return (kind, WrittenLayer(origin.className, options))
        }
        for candidate in [kind].compactMap(\.self) + KerasLayerCatalog.kinds {
            if let written = candidate.writtenLayer(named.layer, className: named.kind) { return (candidate, written) }
        }
        return nil
    }
}
