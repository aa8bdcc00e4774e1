import Tensors

extension TensorGenerator {
    /// 1 where a draw is kept and 0 where it is dropped, each dropped with probability `rate`.
    func kept(dropping rate: Double, shape: [Int], device: Device) throws(TensorError) -> Tensor {
        let draws = try uniform(shape: shape).moved(to: device)
        return try Tensor.full(rate, shape: [1], device: device).less(than: draws).converted(to: .float32)
    }
}
