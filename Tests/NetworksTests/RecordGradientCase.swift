import Networks
import Tensors
import Testing

/// Small networks, one for each way in which a layer takes its weights.
struct RecordGradientCase: Sendable, CustomTestStringConvertible {
    let name: String
    let inputShape: [Int]
    let layers: [any Layer]
    /// Whether all of them can be recorded together.
    var isTogether = true
    /// Records hold whole numbers below this; nil for any numbers.
    var vocabulary: Int?

    var testDescription: String { name }

    static let count = 5
    static let classes = 3

    /// The layers, then a dense layer on whatever they answer.
    func architecture() throws -> Architecture {
        var shape = inputShape
        for layer in layers { shape = try layer.outputShape([shape]) }
        let width = shape.reduce(1, *)
        let all: [any Layer] = layers + [Flatten(), Dense(inputs: width, units: Self.classes)]
        let named = all.enumerated().map { NamedLayer(name: "l\($0)", kind: "\(type(of: $1))", layer: $1) }
        return try Architecture(name: name, inputShape: inputShape, named)
    }

    /// N records, the same for the same seed.
    func records(_ count: Int = RecordGradientCase.count, seed: UInt64 = 5) throws -> TensorValues {
        let generator = TensorGenerator(Seed(seed))
        guard let vocabulary else { return try generator.normal(shape: [count] + inputShape).values() }
        let values = try generator.uniform(high: Double(vocabulary), shape: [count] + inputShape).values()
        return TensorValues(shape: values.shape, floats: values.floats.map { $0.rounded(.down) })
    }

    private static func convolution(
        _ inputs: Int,
        _ filters: Int,
        _ window: SlidingWindow,
        groups: Int = 1,
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true
    ) -> Convolution {
        Convolution(
            inputs: inputs,
            filters: filters,
            window: window,
            groups: groups,
            order: order,
            hasBias: hasBias,
            activation: .tanh
        )
    }

    /// What is recorded.
    static let recordable: [RecordGradientCase] = [
        RecordGradientCase(name: "dense", inputShape: [7], layers: [Dense(inputs: 7, units: 4, activation: .tanh)]),
        RecordGradientCase(
            name: "dense without bias",
            inputShape: [7],
            layers: [Dense(inputs: 7, units: 4, hasBias: false, activation: .tanh)]
        ),
        RecordGradientCase(
            name: "dense over steps",
            inputShape: [4, 6],
            layers: [Dense(inputs: 6, units: 5, activation: .tanh), Dense(inputs: 5, units: 2, activation: .tanh)]
        ),
        RecordGradientCase(
            name: "convolution over one axis",
            inputShape: [11, 3],
            layers: [
                convolution(3, 4, SlidingWindow([3], strides: [2], padding: .same)),
                convolution(4, 2, SlidingWindow([2], dilation: [2], padding: .causal)),
            ]
        ),
        RecordGradientCase(
            name: "convolution, same",
            inputShape: [7, 6, 3],
            layers: [
                convolution(3, 4, SlidingWindow([3, 3], padding: .same)),
                convolution(4, 5, SlidingWindow([3, 2], strides: [2, 2], padding: .same), hasBias: false),
            ]
        ),
        RecordGradientCase(
            name: "convolution, valid",
            inputShape: [9, 8, 2],
            layers: [convolution(2, 3, SlidingWindow([3, 2], strides: [2, 1]))]
        ),
        RecordGradientCase(
            name: "convolution, dilated",
            inputShape: [9, 9, 2],
            layers: [convolution(2, 3, SlidingWindow([3, 3], dilation: [2, 3], padding: .same))]
        ),
        RecordGradientCase(
            name: "convolution of single elements",
            inputShape: [5, 4, 3],
            layers: [
                convolution(3, 4, SlidingWindow([1, 1])), convolution(4, 3, SlidingWindow([1, 1], strides: [2, 2])),
            ]
        ),
        RecordGradientCase(
            name: "convolution, channels first",
            inputShape: [3, 6, 7],
            layers: [convolution(3, 4, SlidingWindow([3, 3], padding: .same), order: .channelsFirst)]
        ),
        RecordGradientCase(
            name: "convolution in groups",
            inputShape: [6, 6, 4],
            layers: [convolution(4, 6, SlidingWindow([3, 3], padding: .same), groups: 2)]
        ),
        RecordGradientCase(
            name: "depthwise",
            inputShape: [6, 5, 4],
            layers: [
                convolution(4, 4, SlidingWindow([3, 3], strides: [2, 2], padding: .same), groups: 4),
                convolution(4, 8, SlidingWindow([2, 2], dilation: [2, 1], padding: .same), groups: 4),
            ]
        ),
        RecordGradientCase(
            name: "separable",
            inputShape: [6, 6, 3],
            layers: [
                SeparableConvolution(
                    inputs: 3,
                    filters: 4,
                    multiplier: 2,
                    window: SlidingWindow([3, 3], padding: .same),
                    activation: .tanh
                )
            ]
        ),
        RecordGradientCase(
            name: "separable over one axis",
            inputShape: [9, 3],
            layers: [SeparableConvolution(inputs: 3, filters: 4, window: SlidingWindow([3]), activation: .tanh)]
        ),
        RecordGradientCase(
            name: "group normalisation",
            inputShape: [5, 4, 6],
            layers: [GroupNorm(features: 6, groups: 3, axis: 3), ActivationLayer(.tanh)]
        ),
        RecordGradientCase(
            name: "group normalisation between convolutions",
            inputShape: [5, 4, 2],
            layers: [
                convolution(2, 6, SlidingWindow([2, 2], padding: .same)), GroupNorm(features: 6, groups: 2, axis: 3),
                convolution(6, 4, SlidingWindow([2, 2])), GroupNorm(features: 4, groups: 4, axis: 3, hasGamma: false),
                convolution(4, 4, SlidingWindow([2, 2])), GroupNorm(features: 4, groups: 1, axis: 3, hasBeta: false),
            ]
        ),
        RecordGradientCase(
            name: "group normalisation, channels first",
            inputShape: [6, 4, 3],
            layers: [
                convolution(6, 6, SlidingWindow([2, 2]), order: .channelsFirst),
                GroupNorm(features: 6, groups: 3, axis: 1), ActivationLayer(.tanh),
            ]
        ),
        RecordGradientCase(
            name: "group normalisation of vectors",
            inputShape: [8],
            layers: [
                Dense(inputs: 8, units: 6), GroupNorm(features: 6, groups: 1, axis: 1), ActivationLayer(.tanh),
            ]
        ),
        RecordGradientCase(
            name: "layer normalisation",
            inputShape: [4, 6],
            layers: [
                Dense(inputs: 6, units: 5), LayerNorm(axes: [2], sizes: [5]), ActivationLayer(.tanh),
                LayerNorm(axes: [1, 2], sizes: [4, 5], hasBeta: false), ActivationLayer(.tanh),
                LayerNorm(axes: [2], sizes: [5], hasGamma: false), ActivationLayer(.tanh),
            ]
        ),
        RecordGradientCase(
            name: "embedding",
            inputShape: [6],
            layers: [
                Embedding(vocabulary: 9, size: 4), Dense(inputs: 4, units: 3, activation: .tanh),
            ],
            vocabulary: 9
        ),
        RecordGradientCase(
            name: "one layer at every step",
            inputShape: [1, 3],
            layers: [
                TimeDistributed(NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 3, units: 4)))
            ]
        ),
    ]

    /// What has to go record by record.
    static let apart: [RecordGradientCase] = [
        RecordGradientCase(
            name: "scaled channels",
            inputShape: [4, 3],
            layers: [ChannelScale(features: 3, initial: 0.5), Dense(inputs: 3, units: 2, activation: .tanh)],
            isTogether: false
        ),
        // Recurrent layers go step by step, here as many as the batch has records.
        RecordGradientCase(
            name: "long short-term memory",
            inputShape: [RecordGradientCase.count, 3],
            layers: [Recurrent([LSTMCell(inputs: 3, units: 2)])],
            isTogether: false
        ),
        RecordGradientCase(
            name: "gated recurrent units",
            inputShape: [4, 3],
            layers: [Recurrent([GRUCell(inputs: 3, units: 2)])],
            isTogether: false
        ),
        RecordGradientCase(
            name: "one layer at every one of several steps",
            inputShape: [3, 3],
            layers: [TimeDistributed(NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 3, units: 4)))],
            isTogether: false
        ),
    ]
}
