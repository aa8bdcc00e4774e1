import Networks

/// Functions of each element, called without a layer.
enum ElementwiseFunctionKind: KerasLayerKind {
    static let classNames = [
        "ops.Sqrt", "ops.Rsqrt", "ops.Square", "ops.Log", "ops.Absolute", "ops.Power", "ops.Quotient", "ops.Clip",
    ]
    static let summary = "√x, 1/√x, x², log x, |x|, a power, a number divided by x, bounds."

    private static let plain: [String: ElementwiseFunction.Function] = [
        "ops.Sqrt": .squareRoot, "ops.Rsqrt": .reciprocalSquareRoot, "ops.Square": .square, "ops.Log": .log,
        "ops.Absolute": .magnitude,
    ]

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ElementwiseFunction {
        if let function = plain[config.entry.className] { return ElementwiseFunction(function) }
        switch config.entry.className {
        case "ops.Power": return ElementwiseFunction(.power(try config.double("exponent", 1)))
        case "ops.Quotient": return ElementwiseFunction(.quotient(of: try config.double("numerator", 1)))
        default:
            let low = config.value("low") == nil ? nil : try config.double("low", 0)
            let high = config.value("high") == nil ? nil : try config.double("high", 0)
            return ElementwiseFunction(.clip(low: low, high: high))
        }
    }

    /// No layer of Keras computes these.
    static func written(_ layer: ElementwiseFunction, className: String) -> WrittenLayer? { nil }
}
