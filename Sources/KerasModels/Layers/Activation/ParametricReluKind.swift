import Networks

/// ReLUs with a trained slope.
enum ParametricReluKind: KerasLayerKind {
    static let classNames = ["PReLU"]
    static let summary = "x for positive, α·x for negative values, with a trained α."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ParametricRelu {
        var shape = config.shape
        if let value = config.value("shared_axes"), value != .array([]) {
            for axis in try config.axes("shared_axes", []) { shape[axis - 1] = 1 }
        }
        return ParametricRelu(shape: shape)
    }

    static func stored(_ layer: ParametricRelu) -> [StoredParameter] { [StoredParameter("alpha", layer.shape)] }

    static func written(_ layer: ParametricRelu, className: String) -> WrittenLayer? {
        let shared = layer.shape.indices.filter { layer.shape[$0] == 1 }.map { $0 + 1 }
        return WrittenLayer("PReLU", ["shared_axes": shared.isEmpty ? .null : .integers(shared)])
    }
}
