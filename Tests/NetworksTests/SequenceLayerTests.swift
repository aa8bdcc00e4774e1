import Networks
import Tensors
import Testing

/// Layers over sequences: what does not need Keras to be known.
@Suite struct SequenceLayerTests {
    @Test(arguments: [[Float(4)], [-1], [.nan], [.infinity], [2, 17]]) func refusesIndicesOutside(_ values: [Float])
        throws
    {
        let table = try Tensor.zeros([4, 2])
        let x = try Tensor(values, shape: [1, values.count])
        do throws(TensorError) {
            _ = try Embedding(vocabulary: 4, size: 2).forward([x], [table], .inference)
            Issue.record("looked up")
        } catch {
            #expect(error.code == .outOfRange)
        }
    }

    @Test func truncatesIndices() throws {
        let table = try Tensor([0, 1, 2, 3], shape: [4, 1])
        let x = try Tensor([0, 3, 2.9, -0.5], shape: [1, 4])
        let y = try Embedding(vocabulary: 4, size: 1).forward([x], [table], .inference)
        #expect(try y.floats() == [0, 3, 2, 0])
        #expect(
            try Embedding(vocabulary: 4, size: 1).forward([.zeros([0, 4])], [table], .inference).shape == [0, 4, 1]
        )
    }

    @Test func drawsFreshParameters() throws {
        let cell = LSTMCell(inputs: 5, units: 3)
        let chain = [NamedLayer(name: "lstm", kind: "LSTM", layer: Recurrent([cell]))]
        let weights = try Architecture(name: "fresh", inputShape: [4, 5], chain).freshWeights(Seed(3)).layers[1]
        #expect(weights[2].floats == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
        for (rows, columns) in [(3, 12), (12, 3), (4, 4)] {
            let draw = try TensorGenerator(Seed(4)).orthogonal(rows: rows, columns: columns)
            #expect(draw.shape == [rows, columns])
            let turned = try draw.permuted([1, 0])
            let products = try (rows < columns ? draw.matrixProduct(turned) : turned.matrixProduct(draw)).floats()
            let size = min(rows, columns)
            for (index, product) in products.enumerated() {
                #expect(abs(product - (index / size == index % size ? 1 : 0)) < 1e-5)
            }
        }
    }

    /// Dropped places stay dropped over all steps of a record, and nothing is dropped at inference.
    @Test func dropsTheSamePlacesAtEveryStep() throws {
        let dropout = RecurrentDropout(inputs: 0.5)
        let cell = SimpleCell(inputs: 8, units: 8, hasBias: false, activation: .linear, dropout: dropout)
        let layer = Recurrent([cell], returnsSequences: true)
        let identity = (0..<64).map { Float($0 / 8 == $0 % 8 ? 1 : 0) }
        let parameters = try [Tensor(identity, shape: [8, 8]), .zeros([8, 8])]
        let x = try Tensor.full(1, shape: [3, 4, 8])
        #expect(layer.isRandom)
        #expect(try layer.forward([x], parameters, .inference).floats() == x.floats())
        let y = try layer.forward([x], parameters, .training(TensorGenerator(Seed(1)))).floats()
        #expect(Set(y) == [0, 2])
        for record in 0..<3 {
            let first = y[record * 32..<record * 32 + 8]
            for step in 1..<4 { #expect(y[record * 32 + step * 8..<record * 32 + step * 8 + 8].elementsEqual(first)) }
        }
    }

    @Test func masksStepsThatAreOneValue() throws {
        let x = try Tensor([1, 0, 2, 2, 2, 0], shape: [1, 3, 2])
        #expect(try Masking(value: 2).forward([x], [], .inference).floats() == [1, 0, 0, 0, 2, 0])
        let mask = StepMaskSource(.steps(otherThan: 2))
        #expect(try mask.forward([x], [], .inference).floats() == [1, 0, 1])
        #expect(try mask.outputShape([[3, 2]]) == [3])
        let indices = try Tensor([0, 3, 0], shape: [1, 3])
        #expect(try StepMaskSource(.values(otherThan: 0)).forward([indices], [], .inference).floats() == [0, 1, 0])
        let masks = try [Tensor([1, 0, 0], shape: [1, 3]), Tensor([1, 1, 0], shape: [1, 3])]
        #expect(try MaskMerge(.any).forward(masks, [], .inference).floats() == [1, 1, 0])
        #expect(try MaskMerge(.all).forward(masks, [], .inference).floats() == [1, 0, 0])
        let joined = MaskMerge(.concatenated([nil, 2, nil]))
        #expect(try joined.forward(masks, [], .inference).floats() == [1, 0, 0, 1, 1, 1, 1, 0])
        #expect(try joined.outputShape([[3], [3]]) == [8])
    }

    @Test func countsMultiplyAdds() throws {
        #expect(Recurrent([LSTMCell(inputs: 3, units: 2)]).multiplyAdds([[10, 3]]) == 10 * 5 * 8)
        let stack: [any RecurrentCell] = [GRUCell(inputs: 3, units: 2), SimpleCell(inputs: 2, units: 4)]
        #expect(Recurrent(stack).multiplyAdds([[10, 3]]) == 10 * (5 * 6 + 6 * 4))
        #expect(Attention(.dot(isScaled: false)).multiplyAdds([[5, 3], [7, 4], [7, 3]]) == 5 * 7 * 7)
        let heads = MultiHeadAttention(inputs: AttentionSizes(query: 4, value: 3), heads: 2, keySize: 5)
        let projected = 6 * 4 * 10 + 7 * 3 * 10 + 7 * 3 * 10 + 6 * 10 * 4
        #expect(heads.multiplyAdds([[6, 4], [7, 3]]) == projected + 2 * 6 * 7 * 10)
        let dense = NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 3, units: 2))
        #expect(TimeDistributed(dense).multiplyAdds([[5, 3]]) == 30)
    }

    @Test(arguments: [
        [[4, 2]], [[4, 3], [3]], [[3]], [[0, 3]], [], [[4, 3], [4], [4]],
    ]) func refusesShapes(_ shapes: [[Int]]) throws {
        #expect(throws: NetworkError.self) { try Recurrent([LSTMCell(inputs: 3, units: 2)]).outputShape(shapes) }
    }

    @Test func refusesScoresBeyondMemory() throws {
        let long = 1 << 20
        #expect(throws: NetworkError.self) {
            try Attention(.dot(isScaled: false)).outputShape([[long, 1], [long, 1]])
        }
        let heads = MultiHeadAttention(inputs: AttentionSizes(query: 1, value: 1), heads: 1, keySize: 1)
        #expect(throws: NetworkError.self) { try heads.outputShape([[long, 1], [long, 1]]) }
    }
}
