import Networks

/// Layers that combine several tensors.
enum MergeKind: KerasLayerKind {
    static let classNames = [
        "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "ops.Concatenate",
    ]
    static let summary =
        "Several tensors made one: elementwise, or one after the other; Keras 3's products and extrema skip masked steps."
    static let tensorCounts = 1...ModelConfig.mostLayers

    /// Since Keras 3 these leave masked steps out.
    static func takesMasks(_ entry: LayerEntry, kerasMajor: Int) -> Bool {
        kerasMajor >= 3 && !entry.isOperation && ["Multiply", "Maximum", "Minimum"].contains(entry.className)
    }

    private static let operations: [String: Merge.Operation] = [
        "Add": .add, "Subtract": .subtract, "Multiply": .multiply, "Average": .average, "Maximum": .maximum,
        "Minimum": .minimum,
    ]

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Merge {
        if let operation = operations[config.entry.className] {
            return Merge(operation, masks: config.masks.map { $0 != nil })
        }
        let axes = try config.axes("axis", [-1])
        guard axes.count == 1 else { throw config.malformed("axis", "one axis") }
        return Merge(.concatenate(axis: axes[0]))
    }

    static func written(_ layer: Merge, className: String) -> WrittenLayer? {
        if case .concatenate(let axis) = layer.operation {
            return WrittenLayer("Concatenate", ["axis": .integer(axis)])
        }
        return operations.first { $0.value == layer.operation }.map { WrittenLayer($0.key) }
    }

    /// Up to Keras 2 a step counts where all masks that there are say so; since Keras 3 where some mask does, and an
    /// input without a mask counts everywhere.
    static func maskRule(_ layer: Merge, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        let isMasked = config.isMasked
        guard isMasked.contains(true) else { return .dropped }
        if case .concatenate(1) = layer.operation, config.shape.count > 1 {
            let lengths = zip(isMasked, config.inputs).map { $0 ? nil : $1.first }
            return .merged(MaskMerge(.concatenated(lengths)))
        }
        if case .concatenate(let axis) = layer.operation, axis != config.shape.count { return .dropped }
        if config.kerasMajor < 3 { return .merged(MaskMerge(.all)) }
        return isMasked.contains(false) ? .dropped : .merged(MaskMerge(.any))
    }
}
