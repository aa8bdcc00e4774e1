import Networks

/// Where records enter.
enum InputKind: KerasLayerKind {
    static let classNames = ["InputLayer"]
    static let summary = "Where records enter; every axis but the first has a fixed size."

    static let tensorCounts = 0...0

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> InputLayer {
        let stated = config.value("batch_input_shape") ?? config.value("batch_shape")
        let own = stated?.array?.dropFirst().map(\.integer) ?? config.value("shape")?.array?.map(\.integer)
        var shape = own ?? config.inputShape?.map { Optional($0) } ?? []
        if let given = config.inputShape {
            guard given.count == shape.count, zip(given, shape).allSatisfy({ $1 == nil || $0 == $1 }) else {
                throw KerasModelError(
                    .shapeMismatch,
                    "the shape \(given) that was given is not that of the model's input",
                    at: config.location,
                    remedy: "Give records of the shape \(shape.map { $0.map(String.init) ?? "any" })."
                )
            }
            shape = given
        }
        let sizes = shape.compactMap(\.self)
        guard !sizes.isEmpty, sizes.count == shape.count,
            sizes.allSatisfy({ (1...LayerConfig.largestNumber).contains($0) })
        else {
            throw KerasModelError(
                .unknownInputShape,
                "the input does not say the size of each axis of a record",
                at: config.location,
                remedy: "Save the model with an input of a fixed shape: `keras.Input((height, width, channels))`."
            )
        }
        return InputLayer(shape: sizes)
    }

    static func written(_ layer: InputLayer, className: String) -> WrittenLayer? {
        let shape = JSONValue.array([.null] + layer.shape.map { .integer($0) })
        return WrittenLayer(
            "InputLayer",
            ["batch_input_shape": shape, "sparse": .bool(false), "ragged": .bool(false)]
        )
    }
}
