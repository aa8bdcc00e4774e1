import Foundation
import Networks
import Tensors
import Testing

/// Gradients and influences of single records, against PyTorch's autograd (Fixtures/reference_gradients.py).
struct ReferenceGradientTests {
    private struct Computed: Decodable {
        let labels: [Int]
        let records, features, margins, influences: [Float]
        let convolution, normalisation, hidden, answer: [[Float]]
        let layerNorms: [[Double]]
        let norms: [Double]
    }

    private let computed: Computed

    init() throws {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference_gradients.json")
        computed = try JSONDecoder().decode(Computed.self, from: Data(contentsOf: url))
    }

    private static let window = SlidingWindow([3, 3], strides: [1, 1], padding: .same)
    private static let head: [NamedLayer] = [
        NamedLayer(name: "drop", kind: "Dropout", layer: Dropout(rate: 0.5)),
        NamedLayer(name: "hidden", kind: "Dense", layer: Dense(inputs: 4, units: 5, activation: .relu)),
        NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 5, units: 3)),
    ]

    private func network(_ inputShape: [Int], _ layers: [NamedLayer]) throws -> Network {
        let architecture = try Architecture(name: "reference", inputShape: inputShape, layers)
        let values = [
            "convolution": computed.convolution, "normalisation": computed.normalisation, "hidden": computed.hidden,
            "answer": computed.answer,
        ]
        let weights = Weights(
            architecture.layers.map { layer in
                zip(layer.layer.parameters, values[layer.name] ?? []).map {
                    TensorValues(shape: $0.shape, floats: $1)
                }
            }
        )
        return try Network(architecture, weights: weights)
    }

    private func isClose(_ found: Double, _ expected: Double) -> Bool {
        abs(found - expected) <= 1e-4 * max(abs(expected), 1e-3)
    }

    @Test func normsAreThoseOfAutograd() throws {
        let network = try network(
            [6, 6, 2],
            [
                NamedLayer(
                    name: "convolution",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 2, filters: 4, window: Self.window)
                ),
                NamedLayer(name: "normalisation", kind: "BatchNormalization", layer: BatchNorm(features: 4)),
                NamedLayer(name: "relu", kind: "ReLU", layer: ActivationLayer(.relu)),
                NamedLayer(name: "pool", kind: "GlobalAveragePooling2D", layer: GlobalPooling(.average)),
            ] + Self.head
        )
        #expect(network.architecture.trainedLayers == [1, 2, 6, 7])
        let records = TensorValues(shape: [computed.labels.count, 6, 6, 2], floats: computed.records)
        let gradients = try network.gradients(records, labels: computed.labels)
        #expect(gradients.count == computed.labels.count)
        for (row, gradient) in gradients.enumerated() {
            #expect(isClose(gradient.norm, computed.norms[row]), "\(row)")
            for (found, expected) in zip(gradient.layerNorms, computed.layerNorms[row]) {
                #expect(isClose(found, expected), "\(row): \(found), not \(expected)")
            }
        }
        // Nothing is left of a record's gradient: the others among them do not count.
        let last = try network.gradients(records.rows([11]), labels: [computed.labels[11]])
        #expect(last == [gradients[11]])
    }

    @Test func influencesAreThoseOfAutograd() throws {
        let network = try network([4], Self.head)
        let features = TensorValues(shape: [computed.labels.count, 4], floats: computed.features)
        let found = try network.influences(features, labels: computed.labels)
        #expect(found.gradients.shape == features.shape && found.margins.count == computed.labels.count)
        #expect(zip(found.margins, computed.margins).allSatisfy { isClose($0, Double($1)) })
        #expect(zip(found.gradients.floats, computed.influences).allSatisfy { isClose(Double($0), Double($1)) })
    }
}
