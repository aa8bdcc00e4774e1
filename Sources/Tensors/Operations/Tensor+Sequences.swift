import CTorch

extension Tensor {
    /// One element of an axis, the axis gone, without moving values.
    public func element(_ index: Int, axis: Int) throws(TensorError) -> Tensor {
        try .make("element \(index)", ct_select(box, Int64(axis), Int64(index)))
    }

    /// All elements of an axis, the axis gone; where gradients are recorded, far cheaper than one by one.
    public func elements(axis: Int) throws(TensorError) -> [Tensor] {
        try several(shape[axis], "elements") { ct_unbind(box, Int64(axis), $0, $1) }
    }

    /// An axis cut into equal parts.
    public func parts(_ count: Int, axis: Int) throws(TensorError) -> [Tensor] {
        try several(count, "parts") { ct_chunk(box, Int64(axis), $0, $1) }
    }

    private func several(
        _ count: Int,
        _ operation: String,
        _ body: (UnsafeMutablePointer<ct_tensor?>?, Int32) -> Int32
    ) throws(TensorError) -> [Tensor] {
        var boxes: [ct_tensor?] = Array(repeating: nil, count: count)
        let failed = boxes.withUnsafeMutableBufferPointer { body($0.baseAddress, Int32(count)) }
        let tensors = boxes.compactMap { $0.map(Tensor.init(owning:)) }
        guard failed == 0, tensors.count == count else { throw TensorError.last(operation) }
        return tensors
    }

    /// Tensors of one shape along a new axis.
    public static func stacked(_ tensors: [Tensor], axis: Int) throws(TensorError) -> Tensor {
        try .make("stack", ct_stack(tensors.map(\.box), Int32(tensors.count), Int64(axis)))
    }

    /// The elements of an axis in reverse.
    public func flipped(axis: Int) throws(TensorError) -> Tensor { try .make("flip", ct_flip(box, Int64(axis))) }

    /// This tensor where `condition` holds and the other elsewhere; shapes broadcast.
    public func selected(where condition: Tensor, otherwise other: Tensor) throws(TensorError) -> Tensor {
        try .make("where", ct_where(condition.box, box, other.box))
    }
}

extension TensorGenerator {
    /// A matrix with orthonormal rows or columns, whichever are fewer, drawn uniformly.
    public func orthogonal(rows: Int, columns: Int) throws(TensorError) -> Tensor {
        try .make("orthogonal draw", ct_orthogonal(box, Int64(rows), Int64(columns)))
    }
}
