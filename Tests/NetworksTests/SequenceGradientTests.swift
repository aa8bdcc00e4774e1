import Networks
import Tensors
import Testing

/// Gradients through layers over sequences against central differences.
@Suite struct SequenceGradientTests {
    /// A weighted sum of a layer's outputs.
    private func loss(_ layer: any Layer, _ inputs: [Tensor], _ parameters: [Tensor]) throws -> Tensor {
        let y = try layer.forward(inputs, parameters, .inference)
        let weights = try Tensor((0..<y.count).map { Float(($0 * 7) % 5) - 1.5 }, shape: y.shape)
        return try y.multiplying(weights).sum(axes: Array(0..<y.rank))
    }

    private func check(_ layer: any Layer, _ shapes: [[Int]], mask: [Float]? = nil) throws {
        let generator = TensorGenerator(Seed(11))
        var inputs = try shapes.map { try generator.normal(shape: [2] + $0) }
        if let mask { inputs.append(try Tensor(mask, shape: [2, mask.count / 2])) }
        let specs = layer.parameters
        let parameters = try specs.map { try generator.normal(deviation: 0.5, shape: $0.shape) }
        let leaves = parameters + inputs.prefix(shapes.count)
        for leaf in leaves { try leaf.setRequiresGradient(true) }
        try loss(layer, inputs, parameters).backward()
        for (number, leaf) in leaves.enumerated() {
            let gradient = try #require(leaf.gradient).floats()
            let values = try leaf.detached().floats()
            for index in stride(from: 0, to: values.count, by: max(1, values.count / 7)) {
                let step: Float = 1e-2
                func moved(_ by: Float) throws -> Double {
                    var changed = values
                    changed[index] += by
                    var all = leaves
                    all[number] = try Tensor(changed, shape: leaf.shape)
                    let own = Array(all.prefix(parameters.count))
                    return try loss(layer, Array(all.dropFirst(own.count)) + inputs.dropFirst(shapes.count), own)
                        .scalar()
                }
                let slope = try (moved(step) - moved(-step)) / Double(2 * step)
                let found = Double(gradient[index])
                #expect(abs(slope - found) < 0.02 * max(1, abs(slope)), "leaf \(number), element \(index)")
            }
        }
    }

    private let cells: [any RecurrentCell] = [
        SimpleCell(inputs: 3, units: 2), LSTMCell(inputs: 3, units: 2), GRUCell(inputs: 3, units: 2),
        GRUCell(inputs: 3, units: 2, resetsAfter: false),
    ]

    @Test func recurrentLayers() throws {
        for cell in cells {
            try check(Recurrent([cell]), [[4, 3]])
            try check(Recurrent([cell], returnsSequences: true, goesBackwards: true), [[4, 3]])
            try check(Recurrent([cell], returnsSequences: true), [[4, 3]], mask: [1, 1, 0, 1, 0, 1, 1, 0])
        }
        let stack: [any RecurrentCell] = [LSTMCell(inputs: 3, units: 2), GRUCell(inputs: 2, units: 2)]
        try check(Recurrent(stack), [[3, 3]])
        let window = SlidingWindow([2, 2], padding: .same)
        try check(Recurrent([ConvolutionLSTMCell(inputs: 2, filters: 1, window: window)]), [[2, 3, 3, 2]])
    }

    @Test func wrappers() throws {
        let forwards = Recurrent([LSTMCell(inputs: 3, units: 2)], returnsSequences: true)
        let backwards = Recurrent([GRUCell(inputs: 3, units: 2)], returnsSequences: true, goesBackwards: true)
        for merging in Bidirectional.Merging.allCases {
            try check(Bidirectional(forwards: forwards, backwards: backwards, merging: merging), [[4, 3]])
        }
        let dense = NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 3, units: 2, activation: .tanh))
        try check(TimeDistributed(dense), [[4, 3]])
    }

    @Test func attentions() throws {
        let scores: [Attention.Score] = [
            .dot(isScaled: true), .concatenated(isScaled: true), .additive(size: 3),
        ]
        for score in scores {
            try check(Attention(score), [[3, 3], [4, 2], [4, 3]])
            try check(
                Attention(score, isCausal: true, masks: [.value]),
                [[4, 3], [4, 3]],
                mask: [1, 1, 0, 1, 1, 0, 1, 1]
            )
        }
        let sizes = AttentionSizes(query: 4, value: 3)
        try check(MultiHeadAttention(inputs: sizes, heads: 2, keySize: 2, hasGate: true), [[3, 4], [4, 3]])
        try check(
            MultiHeadAttention(inputs: sizes, heads: 4, sharedHeads: 2, keySize: 2, masks: [.value]),
            [[3, 4], [4, 3]],
            mask: [1, 1, 0, 1, 1, 0, 1, 1]
        )
    }

    /// Only the rows that were asked for are trained.
    @Test func embedding() throws {
        let table = try Tensor((0..<12).map(Float.init), shape: [4, 3])
        try table.setRequiresGradient(true)
        let x = try Tensor([1, 3, 1], shape: [1, 3])
        try Embedding(vocabulary: 4, size: 3).forward([x], [table], .inference).sum(axes: [0, 1, 2]).backward()
        #expect(try #require(table.gradient).floats() == [0, 0, 0, 2, 2, 2, 0, 0, 0, 1, 1, 1])
    }
}
