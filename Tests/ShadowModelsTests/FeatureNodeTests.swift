import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Up to where features are computed once: as far as nothing is trained or random.
struct FeatureNodeTests {
    /// The name of the layer at which the features end, for a head that starts with these layers.
    private func end(_ head: [(String, any Layer)]) throws -> String {
        let shared = Convolution(
            inputs: 2,
            filters: 3,
            window: SlidingWindow([3, 3], strides: [1, 1], padding: .same)
        )
        let layers = [Small.named("shared", shared)] + head.map { Small.named($0.0, $0.1) }
        let architecture = try Architecture(name: "small", inputShape: [4, 4, 2], layers)
        let source = try SourceModel(
            architecture,
            weights: architecture.freshWeights(Seed(1)),
            cut: architecture.cut(after: "shared")
        )
        return architecture.layers[architecture.nodes[source.featureNode].layer].name
    }

    private let answer: (String, any Layer) = ("answer", Dense(inputs: 3, units: 2, activation: .softmax(axis: -1)))

    @Test func whatIsFixedIsComputedOnce() throws {
        let pool: (String, any Layer) = ("pool", GlobalPooling(.average))
        let relu: (String, any Layer) = ("relu", ActivationLayer(.relu))
        #expect(try end([pool, answer]) == "pool")
        #expect(try end([relu, pool, answer]) == "pool")
        let long: (String, any Layer) = ("answer", Dense(inputs: 48, units: 2))
        #expect(try end([relu, ("flat", Flatten()), long]) == "flat")
        #expect(try end([("none", Dropout(rate: 0)), pool, answer]) == "pool")
        let last: (String, any Layer) = ("softmax", ActivationLayer(.softmax(axis: -1)))
        #expect(try end([pool, ("dense", Dense(inputs: 3, units: 2)), last]) == "pool")
        #expect(try end([("norm", BatchNorm(features: 3)), pool, answer]) == "shared")
    }

    @Test func whatIsRandomIsNot() throws {
        let pool: (String, any Layer) = ("pool", GlobalPooling(.average))
        let random: [any Layer] = [
            Dropout(rate: 0.2), SpatialDropout(rate: 0.2), GaussianDropout(rate: 0.2), AlphaDropout(rate: 0.2),
            GaussianNoise(deviation: 0.1),
        ]
        for layer in random {
            #expect(try end([("noise", layer), pool, answer]) == "shared", "\(type(of: layer))")
            #expect(try end([pool, ("noise", layer), answer]) == "pool", "\(type(of: layer))")
        }
    }

    @Test func headsThatStartWithDropoutDropInTraining() throws {
        func answers(_ rate: Double) throws -> Answers {
            let architecture = try Architecture(
                name: "small",
                inputShape: [6],
                [
                    Small.named("shared", Dense(inputs: 6, units: 8, activation: .relu)),
                    Small.named("drop", Dropout(rate: rate)),
                    Small.named("answer", Dense(inputs: 8, units: 3)),
                ]
            )
            let source = try SourceModel(
                architecture,
                weights: architecture.freshWeights(Seed(1)),
                cut: architecture.cut(after: "shared")
            )
            let plan = ShadowPlan(approach: .freezing, sizes: [12], repeats: 1, models: 1, recipe: Small.recipe())
            return try Small.trainer(source).train(plan)[0].farm.models[0].members
        }
        #expect(try answers(0.5) == answers(0.5))
        #expect(try answers(0.5) != answers(0))
    }
}
