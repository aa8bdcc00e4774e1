import CTorch

extension Tensor {
    /// The singular value decomposition of a matrix (R, C): left vectors (R, m), values (m) from the largest on, and right
    /// vectors (m, C), m = min(R, C); their product is the matrix.
    public func singularValues() throws(TensorError) -> (left: Tensor, values: Tensor, right: Tensor) {
        var boxes: [ct_tensor?] = [nil, nil, nil]
        let failed = boxes.withUnsafeMutableBufferPointer { ct_singular_values(box, $0.baseAddress) }
        let tensors = boxes.compactMap { $0.map(Tensor.init(owning:)) }
        guard failed == 0, tensors.count == 3 else { throw TensorError.last("singular values") }
        return (tensors[0], tensors[1], tensors[2])
    }
}
