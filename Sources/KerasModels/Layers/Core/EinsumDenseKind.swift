import Networks

/// Dense layers over the axes an equation names.
enum EinsumDenseKind: KerasLayerKind {
    static let classNames = ["EinsumDense"]
    static let summary = "Dense over the axes an equation names: activation(einsum(x, W) + b)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> EinsumDense {
        guard let equation = config.value("equation")?.string.flatMap(EinsumEquation.init) else {
            throw config.malformed("equation", "an equation of an input, a kernel and an output")
        }
        let listed = config.value("output_shape")
        let wanted = listed?.integer.map { [$0] } ?? listed?.array?.map { $0 == .null ? -1 : $0.integer ?? 0 } ?? []
        guard wanted.allSatisfy({ $0 == -1 || (1...LayerConfig.largestNumber).contains($0) }) else {
            throw config.malformed("output_shape", "a shape")
        }
        let bias = config.value("bias_axes")
        guard bias == nil || bias?.string != nil else { throw config.malformed("bias_axes", "axes' letters") }
        let activation = try config.activation()
        do {
            return try EinsumDense(
                equation,
                record: config.shape,
                wanted: wanted,
                biasLetters: bias?.string.map(Array.init),
                activation: activation
            )
        } catch {
            throw KerasModelError(.shapeMismatch, error.summary, at: config.location, remedy: error.remedy)
        }
    }

    static func stored(_ layer: EinsumDense) -> [StoredParameter] {
        layer.parameters.map { StoredParameter($0.name, $0.shape) }
    }

    static func written(_ layer: EinsumDense, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        return WrittenLayer(
            "EinsumDense",
            [
                "equation": .string(layer.equation.text),
                "output_shape": .array(layer.wanted.map { $0 == -1 ? .null : .integer($0) }),
                "bias_axes": layer.biasLetters.map { .string(String($0)) } ?? .null, "activation": .string(activation),
            ]
        )
    }
}
