import Networks
import Tensors
import Testing

/// Gradients reach the weights of every kind of layer, and only those that are trained.
@Suite struct LayerTrainingTests {
    private func named(_ name: String, _ layer: any Layer) -> NamedLayer {
        NamedLayer(name: name, kind: "", layer: layer)
    }

    private func architecture() throws -> Architecture {
        let window = SlidingWindow([2, 2])
        let equation = try #require(EinsumEquation("...x,xy->...y"))
        let inner = named("inner", Convolution(inputs: 4, filters: 4, window: window))
        return try Architecture(
            name: "all",
            inputShape: [4, 3, 2],
            [
                named(
                    "up",
                    TransposedConvolution(inputs: 2, filters: 4, window: SlidingWindow([3, 3], padding: .same))
                ),
                named("group", GroupNorm(features: 4, groups: 2, axis: 3)),
                named("slope", ParametricRelu(shape: [1, 1, 4])),
                named("spectral", SpectralNorm(inner: inner, vectorSize: 4)),
                named("local", LocalConvolution(inputs: 4, filters: 3, window: window, places: [2, 1])),
                named("rms", RootMeanSquareNorm(axes: [3], sizes: [3])),
                named("scale", ChannelScale(features: 3, initial: 0.5)),
                named("einsum", EinsumDense(equation, record: [2, 1, 3], wanted: [5], biasLetters: ["y"])),
                named("flat", Flatten()), named("maxout", Maxout(inputs: 10, units: 6, pieces: 3)),
                named("highway", Highway(features: 6, activation: .tanh)),
                named("layer", LayerNorm(axes: [1], sizes: [6], isCentred: false)),
                named("head", Dense(inputs: 6, units: 3)),
            ]
        )
    }

    @Test func changesWhatIsTrained() throws {
        let architecture = try architecture()
        let before = try architecture.freshWeights(Seed(1))
        let network = try Network(architecture, weights: before)
        let x = try TensorGenerator(Seed(2)).normal(shape: [24, 4, 3, 2]).values()
        let recipe = TrainingRecipe(epochs: 2, weightDecay: 0, batchSize: 8)
        let labels = (0..<24).map { $0 % 3 }
        try Training.run(network, records: RecordBatches(x), labels: labels, recipe: recipe, seed: Seed(3)) { _, loss in
            #expect(loss.isFinite)
        }
        let after = try network.weights()
        for (index, layer) in architecture.layers.enumerated() {
            for (place, spec) in layer.layer.parameters.enumerated() {
                let isChanged = before.layers[index][place] != after.layers[index][place]
                #expect(isChanged == spec.isTrainable, "\(layer.name) \(spec.name)")
            }
        }
    }

    @Test func takesTheSoftmaxOff() throws {
        let window = SlidingWindow([1])
        let equation = try #require(EinsumEquation("ab,bc->ac"))
        let softmax = ActivationFunction.softmax(axis: -1)
        let endings: [any SoftmaxEnding] = [
            TransposedConvolution(inputs: 2, filters: 3, window: window, activation: softmax),
            LocalConvolution(inputs: 2, filters: 3, window: window, places: [4], activation: softmax),
            try EinsumDense(equation, record: [4], wanted: [3], activation: softmax),
            SpectralNorm(
                inner: named("d", Dense(inputs: 4, units: 3, activation: softmax)),
                vectorSize: 3
            ),
        ]
        for ending in endings {
            let bare = try #require(ending.withoutSoftmax())
            #expect((bare as? any SoftmaxEnding)?.withoutSoftmax() == nil)
        }
    }
}
