import Tensors

/// Two recurrent layers over the same sequence, one in each direction, their outputs made one.
public struct Bidirectional: Layer {
    /// How the two outputs become one.
    public enum Merging: String, Sendable, Hashable, CaseIterable {
        /// Forward and backward, one after the other on the last axis.
        case concatenate = "concat"
        /// Their sum.
        case sum
        /// Their product.
        case multiply = "mul"
        /// Their mean.
        case average = "ave"
    }

    /// The layer that is applied first; its direction is its own.
    public let forwards: Recurrent
    /// The layer in the other direction.
    public let backwards: Recurrent
    /// How the outputs become one.
    public let merging: Merging

    /// Describes a bidirectional layer; both layers answer sequences or neither does.
    public init(forwards: Recurrent, backwards: Recurrent, merging: Merging = .concatenate) {
        self.forwards = forwards
        self.backwards = backwards
        self.merging = merging
    }

    /// Those of the forward, then of the backward layer.
    public var parameters: [ParameterSpec] { forwards.parameters + backwards.parameters }

    /// Whether either draws random numbers in training.
    public var isRandom: Bool { forwards.isRandom || backwards.isRandom }

    /// The forward output's shape, its last axis twice as long where the outputs are concatenated.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let (ahead, back) = directions(inputs)
        let (first, second) = (try forwards.outputShape(ahead), try backwards.outputShape(back))
        let isFlat = merging == .concatenate ? first.dropLast() == second.dropLast() : first == second
        guard isFlat, let last = first.last, let other = second.last else {
            throw .shape("Bidirectional", "cannot combine outputs of the shapes \(first) and \(second)")
        }
        return merging == .concatenate ? first.dropLast() + [last + other] : first
    }

    /// Both outputs, the backward one put into the forward one's order.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let count = forwards.parameters.count
        let (ahead, back) = directions(inputs)
        let first = try forwards.forward(ahead, Array(parameters[..<count]), pass)
        var second = try backwards.forward(back, Array(parameters[count...]), pass)
        if backwards.returnsSequences { second = try second.flipped(axis: 1) }
        switch merging {
        case .concatenate: return try .concatenated([first, second], axis: -1)
        case .sum: return try first.adding(second)
        case .multiply: return try first.multiplying(second)
        case .average: return try first.adding(second).multiplying(0.5)
        }
    }

    /// What each layer takes: the sequence, its own half of the states where such are given, the mask.
    private func directions<Input>(_ inputs: [Input]) -> (ahead: [Input], back: [Input]) {
        func states(_ layer: Recurrent) -> Int { layer.takesStates ? layer.cells.first?.stateCount ?? 0 : 0 }
        let (first, second) = (states(forwards), states(backwards))
        let following = inputs.dropFirst(1 + first + second)
        return (
            Array(inputs.prefix(1 + first) + following),
            Array(inputs.prefix(1) + inputs.dropFirst(1 + first).prefix(second) + following)
        )
    }

    /// Those of both layers.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        [forwards.multiplyAdds(inputs), backwards.multiplyAdds(inputs)].saturatedSum()
    }
}
