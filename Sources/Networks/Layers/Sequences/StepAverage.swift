import Tensors

/// The mean of each channel over the steps of a sequence; a second input is a mask (T) of the steps that count.
public struct StepAverage: Layer {
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether the axis of the steps stays, with length 1.
    public let keepsAxes: Bool

    /// Describes a mean.
    public init(order: AxisOrder = .channelsLast, keepsAxes: Bool = false) {
        self.order = order
        self.keepsAxes = keepsAxes
    }

    /// (C), or the input's shape with one step.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, shape.count == 2,
            [[], [order.spatial(shape)]].contains(Array(inputs.dropFirst()))
        else { throw .shape("StepAverage", "takes a sequence and perhaps its mask, gets the shapes \(inputs)") }
        let channels = order.channels(shape)
        return keepsAxes ? order.shape(spatial: [1], channels: channels) : [channels]
    }

    /// Σ x / n over the steps that count; not a number where none does, as in Keras.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let axis = order.spatialAxes(count: 1)[0]
        guard inputs.count > 1 else { return try inputs[0].mean(axes: [axis], keepingAxes: keepsAxes) }
        let (records, steps) = (inputs[0].shape[0], inputs[0].shape[axis])
        let mask = try inputs[1].reshaped(axis == 1 ? [records, steps, 1] : [records, 1, steps])
        let zero = try Tensor.zeros([1], device: mask.device)
        let counted = try inputs[0].selected(where: zero.less(than: mask), otherwise: zero)
        return try counted.sum(axes: [axis], keepingAxes: keepsAxes).dividing(
            mask.sum(axes: [axis], keepingAxes: keepsAxes)
        )
    }
}
