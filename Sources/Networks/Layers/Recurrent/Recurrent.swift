import Tensors

/// Cells run over the steps of a sequence.
///
/// Behind the sequence come the first states of the only cell, where they are given rather than zeros; then, perhaps, a
/// mask (T) of 0 and 1: at a masked step the states and the output stay what they were.
public struct Recurrent: Layer {
    /// The cells, each taking the outputs of the one before.
    public let cells: [any RecurrentCell]
    /// Whether every step's output is answered, rather than the last alone.
    public let returnsSequences: Bool
    /// Whether the steps are taken from the last to the first; outputs stay in the order in which they are computed.
    public let goesBackwards: Bool
    /// Whether the output of a masked step is 0 (the states pass it all the same).
    public let zeroesMasked: Bool
    /// Whether the first states are inputs.
    public let takesStates: Bool

    /// Describes a recurrent layer; `cells` is not empty.
    public init(
        _ cells: [any RecurrentCell],
        returnsSequences: Bool = false,
        goesBackwards: Bool = false,
        zeroesMasked: Bool = false,
        takesStates: Bool = false
    ) {
        self.cells = cells
        self.returnsSequences = returnsSequences
        self.goesBackwards = goesBackwards
        self.zeroesMasked = zeroesMasked
        self.takesStates = takesStates
    }

    /// Those of all cells, one after the other.
    public var parameters: [ParameterSpec] { cells.flatMap(\.parameters) }

    /// Whether some cell drops values in training.
    public var isRandom: Bool { cells.contains { $0.dropout != .none } }

    /// (T, …) or (…), where … is the shape of the last cell's output.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, shape.count >= 2, shape[0] > 0, !cells.isEmpty else {
            throw .shape("Recurrent", "needs steps and cells, gets the shapes \(inputs)")
        }
        var step = Array(shape.dropFirst())
        for cell in cells { step = try cell.outputShape(step) }
        let states = takesStates && cells.count == 1 ? Array(repeating: step, count: cells[0].stateCount) : []
        guard Array(inputs.dropFirst().prefix(states.count)) == states, !takesStates || cells.count == 1,
            [[], [[shape[0]]]].contains(Array(inputs.dropFirst(1 + states.count)))
        else {
            throw .shape("Recurrent", "takes a sequence, states \(states) and perhaps a mask, gets \(inputs)")
        }
        return returnsSequences ? [shape[0]] + step : step
    }

    /// The outputs of the last cell.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        // Steps first: each is then one block in memory.
        var sequence = try x.permuted([1, 0] + Array(2..<x.rank)).contiguous()
        let given = takesStates ? Array(inputs.dropFirst().prefix(cells[0].stateCount)) : []
        var mask = inputs.count > 1 + given.count ? try StepMask(inputs[1 + given.count]) : nil
        if goesBackwards {
            sequence = try sequence.flipped(axis: 0)
            mask = try mask?.reversed()
        }
        var first = 0
        var outputs: [Tensor] = []
        for (index, cell) in cells.enumerated() {
            let own = Array(parameters[first..<first + cell.parameters.count])
            first += own.count
            let isLast = index == cells.count - 1
            let run = RecurrentRun(cell: cell, parameters: own, pass: pass, keepsAll: returnsSequences || !isLast)
            outputs = try run.outputs(sequence, from: given, mask, zeroesMasked: zeroesMasked && isLast)
            if !isLast { sequence = try .stacked(outputs, axis: 0) }
        }
        return returnsSequences ? try .stacked(outputs, axis: 1) : outputs[outputs.count - 1]
    }

    /// All cells at every step.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        guard let shape = inputs.first, shape.count >= 2 else { return 0 }
        var step = Array(shape.dropFirst())
        var counts: [Int] = []
        for cell in cells {
            counts.append(cell.multiplyAdds(step))
            step = (try? cell.outputShape(step)) ?? []
        }
        return [shape[0], counts.saturatedSum()].saturatedProduct()
    }
}
