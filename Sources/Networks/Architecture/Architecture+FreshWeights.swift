import Tensors

extension Architecture {
    /// Freshly drawn weights, each parameter from a seed of its own.
    public func freshWeights(_ seed: Seed) throws(TensorError) -> Weights {
        var result: [[TensorValues]] = []
        for (index, layer) in layers.enumerated() {
            let generator = TensorGenerator(seed.derived("weights", index))
            var values: [TensorValues] = []
            for spec in layer.layer.parameters { values.append(try spec.drawn(generator)) }
            result.append(values)
        }
        return Weights(result)
    }
}

extension ParameterSpec {
    /// A fresh parameter.
    func drawn(_ generator: TensorGenerator) throws(TensorError) -> TensorValues {
        switch initializer {
        case .zeros: try Tensor.zeros(shape).values()
        case .ones: try Tensor.full(1, shape: shape).values()
        case .constant(let value): try Tensor.full(value, shape: shape).values()
        case .glorotUniform(let fanIn, let fanOut):
            try uniform((6 / max(1, Double(fanIn) + Double(fanOut))).squareRoot(), generator)
        case .heNormal(let fanIn):
            try generator.normal(deviation: (2 / Double(max(1, fanIn))).squareRoot(), shape: shape).values()
        case .uniform(let limit): try uniform(limit, generator)
        case .orthogonal:
            try generator.orthogonal(rows: shape.first ?? 1, columns: shape.dropFirst().reduce(1, *)).values()
        case .onesWithin(let places):
            TensorValues(shape: shape, floats: (0..<shape.reduce(1, *)).map { places.contains($0) ? 1 : 0 })
        }
    }

    private func uniform(_ limit: Double, _ generator: TensorGenerator) throws(TensorError) -> TensorValues {
        try generator.uniform(low: -limit, high: limit, shape: shape).values()
    }
}
