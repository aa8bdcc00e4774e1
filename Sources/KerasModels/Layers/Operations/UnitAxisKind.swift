import Networks

/// Axes of length 1 put in or taken out.
enum UnitAxisKind: KerasLayerKind {
    static let classNames = ["ops.ExpandDims", "ops.Squeeze"]
    static let summary = "Axes of length 1 put in or taken out."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Reshape {
        let listed = config.value("axis")
        let numbers = listed?.integer.map { [$0] } ?? listed?.array?.compactMap(\.integer) ?? []
        let isNew = config.entry.className == "ops.ExpandDims"
        // Axes count within the larger of both tensors, N included.
        let rank = config.shape.count + 1 + (isNew ? 1 : 0)
        guard numbers.count == 1, numbers[0] >= -rank, numbers[0] < rank else {
            throw config.malformed("axis", "one axis")
        }
        let axis = numbers[0] < 0 ? numbers[0] + rank : numbers[0]
        guard axis > 0 else { throw config.malformed("axis", "an axis of a record") }
        var shape = config.shape
        if isNew {
            shape.insert(1, at: axis - 1)
        } else {
            guard shape[axis - 1] == 1, shape.count > 1 else { throw config.malformed("axis", "an axis of length 1") }
            shape.remove(at: axis - 1)
        }
        return Reshape(shape)
    }

    static func written(_ layer: Reshape, className: String) -> WrittenLayer? {
        ReshapeKind.written(layer, className: className)
    }
}
