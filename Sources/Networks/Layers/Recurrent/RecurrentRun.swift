import Tensors

/// One cell run over a sequence.
struct RecurrentRun {
    /// The cell.
    let cell: any RecurrentCell
    /// Its parameters.
    let parameters: [Tensor]
    /// How the pass runs.
    let pass: Pass
    /// Whether every step's output is wanted, rather than the last alone.
    let keepsAll: Bool

    /// The outputs (N, …) of the steps of a sequence (T, N, …); zeros before the first, also with states of its own.
    func outputs(
        _ sequence: Tensor,
        from given: [Tensor],
        _ mask: StepMask?,
        zeroesMasked: Bool
    ) throws(TensorError) -> [Tensor] {
        let (steps, records) = (sequence.shape[0], sequence.shape[1])
        var x = sequence
        let dropout = cell.dropout
        if let factors = try dropout.factors(dropout.inputs, shape: Array(x.shape.dropFirst()), pass, x.device) {
            x = try x.multiplying(factors)
        }
        let projected = try cell.projected(x, parameters).elements(axis: 0)
        let shape: [Int]
        do { shape = [records] + (try cell.outputShape(Array(sequence.shape.dropFirst(2)))) } catch {
            throw TensorError(.wrongType, error.summary, cause: error.cause, remedy: error.remedy)
        }
        let zeros = try Tensor.full(0, shape: shape, device: x.device)
        let kept = try dropout.factors(dropout.states, shape: shape, pass, x.device)
        var states = given.isEmpty ? Array(repeating: zeros, count: cell.stateCount) : given
        var last = zeros
        var outputs: [Tensor] = []
        for step in 0..<steps {
            let recurrent = if let kept { try states[0].multiplying(kept) } else { states[0] }
            var next = try cell.step(
                projected[step],
                states: states,
                recurrent: recurrent,
                parameters
            )
            if let mask {
                last = try mask.choose(next[0], zeroesMasked ? zeros : last, step: step)
                for index in next.indices { next[index] = try mask.choose(next[index], states[index], step: step) }
            } else {
                last = next[0]
            }
            states = next
            if keepsAll || step == steps - 1 { outputs.append(last) }
        }
        return outputs
    }
}
