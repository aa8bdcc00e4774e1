import Tensors

/// Which steps of which records count.
struct StepMask {
    /// Per step (N), true where it counts.
    private let steps: [Tensor]

    /// Reads a mask (N, T) of 0 and 1.
    init(_ mask: Tensor) throws(TensorError) {
        let isSet = try Tensor.full(0.5, shape: [1], device: mask.device).less(than: mask)
        var steps: [Tensor] = []
        for step in 0..<mask.shape[1] { steps.append(try isSet.element(step, axis: 1)) }
        self.steps = steps
    }

    private init(steps: [Tensor]) { self.steps = steps }

    /// The same steps from the last to the first.
    func reversed() throws(TensorError) -> StepMask { StepMask(steps: steps.reversed()) }

    /// `new` (N, …) for the records whose step counts, `old` for the others.
    func choose(_ new: Tensor, _ old: Tensor, step: Int) throws(TensorError) -> Tensor {
        let records = new.shape[0]
        let condition = try steps[step].reshaped([records] + Array(repeating: 1, count: new.rank - 1))
        return try new.selected(where: condition, otherwise: old)
    }
}
