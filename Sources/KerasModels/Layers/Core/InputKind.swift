import Networks

/// Where records enter.
enum InputKind: KerasLayerKind {
    static let classNames = ["InputLayer"]
    static let summary = "Where records enter; every axis but the first has a fixed size."

    static let tensorCounts = 0...0

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> InputLayer {
        let stated = config.value("batch_input_shape") ?? config.value("batch_shape")
        let shape = stated?.array?.dropFirst().map(\.integer) ?? config.value("shape")?.array?.map(\.integer) ?? []
        let sizes = shape.compactMap { $0 }
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
