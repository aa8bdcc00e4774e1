import CTorch

extension Tensor {
    /// One element of an axis, the axis gone, without moving values.
    public func element(_ index: Int, axis: Int) throws(TensorError) -> Tensor {
        try .make("element \(index)", ct_select(box, Int64(axis), Int64(index)))
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
