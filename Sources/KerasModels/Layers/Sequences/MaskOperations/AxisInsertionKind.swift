import Networks

/// The operation with which Keras 3 makes masks as wide as values.
enum AxisInsertionKind: KerasLayerKind {
    static let classNames = ["ops.ExpandDims"]
    static let summary = "The input with a new axis of length 1."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Reshape {
        var shape = config.shape
        guard let axis = config.value("axis")?.integer, (-1 - shape.count...shape.count + 1).contains(axis) else {
            throw config.malformed("axis", "one axis")
        }
        let place = axis < 0 ? shape.count + 1 + axis : axis - 1
        guard (0...shape.count).contains(place) else { throw config.malformed("axis", "an axis behind the first") }
        shape.insert(1, at: place)
        return Reshape(shape)
    }

    static func written(_ layer: Reshape, className: String) -> WrittenLayer? { nil }
}
