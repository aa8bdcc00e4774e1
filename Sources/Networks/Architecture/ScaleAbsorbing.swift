import Tensors

/// A linear layer that can take a scale and a shift per output feature into its own weights.
protocol ScaleAbsorbing: Layer {
    /// Whether its output features stand on an axis of the batch (−1: last) and nothing follows the sum.
    func isScalable(alongAxis axis: Int, rank: Int) -> Bool

    /// The layer computing scale·(its sum) + shift; nil when the numbers do not fit.
    func absorbing(
        _ weights: [TensorValues],
        scale: [Double],
        shift: [Double]
    ) -> (layer: any Layer, weights: [TensorValues])?
}

extension TensorValues {
    /// Each row (first axis) multiplied with its factor.
    fileprivate func scaledRows(_ factors: [Double]) -> TensorValues {
        let size = rowSize
        let scaled = floats.enumerated().map { Float(Double($1) * factors[$0 / max(1, size)]) }
        return TensorValues(shape: shape, floats: scaled)
    }

    /// Each element of the last axis multiplied with its factor.
    fileprivate func scaledColumns(_ factors: [Double]) -> TensorValues {
        let scaled = floats.enumerated().map { Float(Double($1) * factors[$0 % factors.count]) }
        return TensorValues(shape: shape, floats: scaled)
    }

    /// Each slice of the second axis multiplied with its factor.
    fileprivate func scaledSlices(_ factors: [Double]) -> TensorValues {
        let area = shape.dropFirst(2).reduce(1, *)
        let scaled = floats.enumerated().map { Float(Double($1) * factors[$0 / max(1, area) % factors.count]) }
        return TensorValues(shape: shape, floats: scaled)
    }

    /// scale·(bias or 0) + shift.
    fileprivate static func bias(_ bias: TensorValues?, _ scale: [Double], _ shift: [Double]) -> TensorValues {
        let floats = shift.indices.map { Float(scale[$0] * Double(bias?.floats[$0] ?? 0) + shift[$0]) }
        return TensorValues(shape: [shift.count], floats: floats)
    }
}

extension Dense: ScaleAbsorbing {
    func isScalable(alongAxis axis: Int, rank: Int) -> Bool {
        activation == .linear && (axis == -1 || axis == rank - 1)
    }

    func absorbing(
        _ weights: [TensorValues],
        scale: [Double],
        shift: [Double]
    ) -> (layer: any Layer, weights: [TensorValues])? {
        guard scale.count == units, weights.count == parameters.count else { return nil }
        let bias = TensorValues.bias(hasBias ? weights[1] : nil, scale, shift)
        return (Dense(inputs: inputs, units: units), [weights[0].scaledColumns(scale), bias])
    }
}

extension Convolution: ScaleAbsorbing {
    func isScalable(alongAxis axis: Int, rank: Int) -> Bool {
        activation == .linear && order.isChannels(axis, rank: rank)
    }

    func absorbing(
        _ weights: [TensorValues],
        scale: [Double],
        shift: [Double]
    ) -> (layer: any Layer, weights: [TensorValues])? {
        guard scale.count == filters, weights.count == parameters.count else { return nil }
        let layer = Convolution(inputs: inputs, filters: filters, window: window, groups: groups, order: order)
        let bias = TensorValues.bias(hasBias ? weights[1] : nil, scale, shift)
        return (layer, [weights[0].scaledRows(scale), bias])
    }
}

extension TransposedConvolution: ScaleAbsorbing {
    func isScalable(alongAxis axis: Int, rank: Int) -> Bool {
        activation == .linear && order.isChannels(axis, rank: rank)
    }

    func absorbing(
        _ weights: [TensorValues],
        scale: [Double],
        shift: [Double]
    ) -> (layer: any Layer, weights: [TensorValues])? {
        guard scale.count == filters, weights.count == parameters.count else { return nil }
        let layer = TransposedConvolution(
            inputs: inputs,
            filters: filters,
            window: window,
            outputPadding: outputPadding,
            order: order
        )
        let bias = TensorValues.bias(hasBias ? weights[1] : nil, scale, shift)
        return (layer, [weights[0].scaledSlices(scale), bias])
    }
}

extension SeparableConvolution: ScaleAbsorbing {
    func isScalable(alongAxis axis: Int, rank: Int) -> Bool {
        activation == .linear && order.isChannels(axis, rank: rank)
    }

    func absorbing(
        _ weights: [TensorValues],
        scale: [Double],
        shift: [Double]
    ) -> (layer: any Layer, weights: [TensorValues])? {
        guard scale.count == filters, weights.count == parameters.count else { return nil }
        let layer = SeparableConvolution(
            inputs: inputs,
            filters: filters,
            multiplier: multiplier,
            window: window,
            order: order
        )
        let bias = TensorValues.bias(hasBias ? weights[2] : nil, scale, shift)
        return (layer, [weights[0], weights[1].scaledRows(scale), bias])
    }
}
