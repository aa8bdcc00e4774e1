import Tensors

/// What a recurrent layer does at one step: a value without state; parameters and states are passed in.
///
/// The part of a step that does not depend on the states is computed for all steps at once (`projected`).
public protocol RecurrentCell: Sendable, Hashable {
    /// The parameters in order, as the engine keeps them.
    var parameters: [ParameterSpec] { get }

    /// How many states pass from step to step; the first is the output.
    var stateCount: Int { get }

    /// What training drops.
    var dropout: RecurrentDropout { get }

    /// Shape of one record's output (and of each state) at a step, given that of the input at a step.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when the cell cannot take such an input.
    func outputShape(_ step: [Int]) throws(NetworkError) -> [Int]

    /// What the inputs of all steps add; x (T, N, …) → (T, N, …).
    func projected(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor

    /// The states after a step.
    ///
    /// - Parameters:
    ///   - projected: the step's part of `projected`, (N, …).
    ///   - states: those before the step, `stateCount` tensors (N, …).
    ///   - recurrent: the output before the step as the recurrent weights see it, (N, …); `states[0]` unless some of
    ///     it is dropped.
    ///   - parameters: the cell's.
    func step(
        _ projected: Tensor,
        states: [Tensor],
        recurrent: Tensor,
        _ parameters: [Tensor]
    ) throws(TensorError) -> [Tensor]

    /// Products that one record takes at one step, given the shape of its input at a step.
    func multiplyAdds(_ step: [Int]) -> Int
}
