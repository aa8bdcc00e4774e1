import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Layers as text: different configurations differ, and what cannot be seen is not described.
struct ConfigurationTextTests {
    @Test func differentLayersDiffer() throws {
        let window = SlidingWindow([3, 3], padding: .same)
        let layers: [any Layer] = [
            Dense(inputs: 2, units: 3), Dense(inputs: 3, units: 2), Dense(inputs: 2, units: 3, hasBias: false),
            Dense(inputs: 2, units: 3, activation: .relu), Dense(inputs: 2, units: 3, activation: Small.unstackable),
            Dense(inputs: 2, units: 3, activation: .relu(maximum: 6, slope: 0, threshold: 0)),
            Dense(inputs: 2, units: 3, activation: .softmax(axis: -1)), Dropout(rate: 0.5), Dropout(rate: 0.25),
            GaussianNoise(deviation: 0.5), GaussianDropout(rate: 0.5), BatchNorm(features: 3),
            BatchNorm(features: 3, epsilon: 1e-5), GlobalPooling(.average), GlobalPooling(.max), Identity(),
            Quotient(),
            Convolution(inputs: 3, filters: 4, window: window),
            Convolution(inputs: 3, filters: 4, window: SlidingWindow([3, 3], padding: .valid)),
        ]
        let texts = layers.compactMap { ConfigurationText.of($0) }
        #expect(texts.count == layers.count)
        #expect(Set(texts).count == layers.count)
    }

    /// Pinned, since a text that differs from run to run would find nothing.
    @Test func theSameInEveryRun() throws {
        let text = ConfigurationText.of(Dense(inputs: 2, units: 3, activation: .relu))
        let activation =
            "ActivationFunction(relu: (maximum: Optional<Double>, slope: Double, threshold: Double)(maximum: "
            + "Optional<Double>(), slope: Double 0.0, threshold: Double 0.0))"
        #expect(
            text == "Dense(inputs: Int 2, units: Int 3, hasBias: Bool true, activation: \(activation))"
        )
        let many = (0..<50).map { "\($0)" }
        let set = ConfigurationText.of(Set(many)), mixed = ConfigurationText.of(Set(many.reversed() + ["7"]))
        #expect(set != nil && set == mixed)
    }

    @Test func namesShapeNothing() throws {
        func architecture(_ name: String) throws -> Architecture {
            try Architecture(name: name, inputShape: [2], [Small.named(name, Dense(inputs: 2, units: 3))])
        }
        #expect(try ConfigurationText.of(architecture("one")) == ConfigurationText.of(architecture("other")))
    }

    @Test func objectsAndFunctionsAreNotDescribed() {
        final class Opaque: Sendable {}
        #expect(ConfigurationText.of(Opaque()) == nil)
        #expect(ConfigurationText.of([{ () -> Int in 1 }]) == nil)
        #expect(ConfigurationText.of((1, Opaque())) == nil)
    }
}
