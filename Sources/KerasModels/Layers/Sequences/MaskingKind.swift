import Networks

/// Steps that are left out.
enum MaskingKind: KerasLayerKind {
    static let classNames = ["Masking"]
    static let summary = "Steps whose every value is one number are masked and set to 0."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Masking {
        Masking(value: try config.double("mask_value", 0))
    }

    static func written(_ layer: Masking, className: String) -> WrittenLayer? {
        WrittenLayer("Masking", ["mask_value": .number(layer.value)])
    }

    static func maskRule(_ layer: Masking, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        .made(StepMaskSource(.steps(otherThan: layer.value)))
    }
}
