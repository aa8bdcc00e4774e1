import Networks
import Tensors
import Testing

/// Batch normalisations worked into the layers before them.
@Suite struct FoldingTests {
    /// Weights with moving statistics that are not those of a fresh network.
    private func lived(_ architecture: Architecture, seed: UInt64) throws -> Weights {
        var weights = try architecture.freshWeights(Seed(seed))
        let generator = TensorGenerator(Seed(seed + 1))
        for (index, layer) in architecture.layers.enumerated() where layer.layer is BatchNorm {
            weights.layers[index] = try weights.layers[index].map {
                try generator.uniform(low: 0.5, high: 1.5, shape: $0.shape).values()
            }
        }
        return weights
    }

    private func check(_ architecture: Architecture, folds: Int) throws {
        let weights = try lived(architecture, seed: 3)
        let folded = architecture.folded(weights)
        let left = folded.architecture.layers.filter { $0.layer is BatchNorm }.count
        #expect(architecture.layers.filter { $0.layer is BatchNorm }.count - left == folds)
        let x = RecordBatches(try TensorGenerator(Seed(9)).normal(shape: [4] + architecture.inputShape).values())
        let slow = try Network(architecture, weights: weights)
        let fast = try Network(folded.architecture, weights: folded.weights)
        for node in architecture.nodes.indices {
            let expected = try slow.outputs(x, upTo: node)
            let found = try fast.outputs(x, upTo: node)
            let worst = zip(expected.floats, found.floats).map { abs($0 - $1) / max(1, abs($0)) }.max() ?? 0
            #expect(expected.shape == found.shape && worst < 1e-5)
        }
    }

    @Test func foldsAResidualNetwork() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 2, filters: 4)
        try check(architecture, folds: architecture.layers.filter { $0.layer is BatchNorm }.count)
    }

    @Test func foldsOnlyWhatIsSafe() throws {
        func named(_ name: String, _ layer: any Layer) -> NamedLayer { NamedLayer(name: name, kind: "", layer: layer) }
        let window = SlidingWindow([3], padding: .same)
        // An activation between, another axis than the channels, a normalisation without γ: two of four are folded.
        let architecture = try Architecture(
            name: "mixed",
            inputShape: [6, 4],
            [
                named("a", Convolution(inputs: 4, filters: 5, window: window, activation: .relu)),
                named("n1", BatchNorm(features: 5)),
                named("b", SeparableConvolution(inputs: 5, filters: 3, window: window)),
                named("n2", BatchNorm(features: 3, hasGamma: false)),
                named("c", Dense(inputs: 3, units: 4, hasBias: false)),
                named("n3", BatchNorm(features: 4, axis: 2, hasBeta: false)), named("d", Dense(inputs: 4, units: 4)),
                named("n4", BatchNorm(features: 6, axis: 1)),
            ]
        )
        try check(architecture, folds: 2)
    }
}
