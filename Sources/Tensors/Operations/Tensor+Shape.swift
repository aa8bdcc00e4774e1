import CTorch

extension Tensor {
    /// The same values in another shape; one axis may be −1.
    public func reshaped(_ shape: [Int]) throws(TensorError) -> Tensor {
        try .make("reshape to \(shape)", ct_reshape(box, shape.int64, Int32(shape.count)))
    }

    /// The axes in another order, without moving values.
    public func permuted(_ axes: [Int]) throws(TensorError) -> Tensor {
        try .make("permute \(axes)", ct_permute(box, axes.int64, Int32(axes.count)))
    }

    /// A part of one axis, without moving values.
    public func slice(axis: Int, _ range: Range<Int>, step: Int = 1) throws(TensorError) -> Tensor {
        try .make("slice", ct_slice(box, Int64(axis), Int64(range.lowerBound), Int64(range.upperBound), Int64(step)))
    }

    /// Tensors one after the other along an axis.
    public static func concatenated(_ tensors: [Tensor], axis: Int) throws(TensorError) -> Tensor {
        try .make("concatenate", ct_concatenate(tensors.map(\.box), Int32(tensors.count), Int64(axis)))
    }

    /// The elements of an axis picked by index (int64).
    public func selecting(_ index: Tensor, axis: Int = 0) throws(TensorError) -> Tensor {
        try .make("select", ct_index_select(box, Int64(axis), index.box))
    }

    /// A border of one value; `pads` counts elements before and after, last axis first.
    public func padded(_ pads: [Int], value: Double = 0) throws(TensorError) -> Tensor {
        try .make("pad", ct_pad(box, pads.int64, Int32(pads.count), value))
    }

    /// Each element of an axis repeated in place.
    public func repeating(_ times: Int, axis: Int) throws(TensorError) -> Tensor {
        try .make("repeat", ct_repeat_interleave(box, Int64(times), Int64(axis)))
    }

    /// The same values on another device.
    public func moved(to device: Device) throws(TensorError) -> Tensor {
        try .make("move to \(device)", ct_to_device(box, device.code))
    }

    /// The same values with all digits: float32 where they are bfloat16, and as they are else.
    public func widened() throws(TensorError) -> Tensor {
        ct_dtype_of(box) == Int32(CT_BFLOAT16.rawValue) ? try converted(to: .float32) : self
    }

    /// The same values in another element type.
    public func converted(to type: ElementType) throws(TensorError) -> Tensor {
        try .make("convert to \(type)", ct_to_dtype(box, type.code))
    }
}
