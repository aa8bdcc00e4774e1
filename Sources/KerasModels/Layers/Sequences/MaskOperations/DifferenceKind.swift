import Networks

/// The operation with which Keras 3 begins a mask in its files.
enum DifferenceKind: KerasLayerKind {
    static let classNames = ["NotEqual", "ops.NotEqual"]
    static let summary = "1 where a value is not a given number, 0 elsewhere; the beginning of a mask."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> StepMaskSource {
        let constants = config.arguments.positional.compactMap { $0.constant?.number }
        guard constants.count == 1, constants[0].isFinite else { throw config.malformed("x2", "one number") }
        return StepMaskSource(.values(otherThan: constants[0]))
    }

    static func written(_ layer: StepMaskSource, className: String) -> WrittenLayer? { nil }
}
