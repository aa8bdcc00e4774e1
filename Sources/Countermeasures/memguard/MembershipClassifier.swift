import Foundation
import Networks
import Tensors

/// The owner's own attack: a small network that tells members from others by the model's confidences.
///
/// It looks at log(s + δ) in falling order, since what gives an over-fitted model's members away is how near to 0 and 1
/// their confidences are.
struct MembershipClassifier: Sendable {
    /// All weights, layer by layer.
    let parameters: [Double]
    private let classes: Int

    private static let hidden = 32
    /// δ: what is smaller says nothing.
    private static let smallest = 1e-6
    /// Brings the logarithms to about −2 … 0.
    private static let scale = 0.15
    private static let recipe = TrainingRecipe(
        epochs: 60,
        optimizer: .adam,
        learningRate: 0.005,
        momentum: 0,
        weightDecay: 0.0001,
        batchSize: 64,
        schedule: .cosine
    )

    /// Trains on as many answers to members as to others: those of the smaller set count several times.
    init(_ own: OwnAnswers, seed: Seed) throws(CountermeasureError) {
        classes = own.members.first?.count ?? 0
        let count = max(own.members.count, own.others.count)
        let inputs = [own.members, own.others].flatMap { answers in
            (0..<count).flatMap { Self.inputs(answers[$0 % answers.count]).sorted(by: >).map(Float.init) }
        }
        do {
            let architecture = try Architecture(
                name: "membership",
                inputShape: [classes],
                [
                    NamedLayer(
                        name: "hidden",
                        kind: "Dense",
                        layer: Dense(inputs: classes, units: Self.hidden, activation: .tanh)
                    ),
                    NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: Self.hidden, units: 2)),
                ]
            )
            let network = try Network(architecture, weights: architecture.freshWeights(seed.derived("memguard")))
            try Training.run(
                network,
                records: RecordBatches(TensorValues(shape: [2 * count, classes], floats: inputs)),
                labels: Array(repeating: 1, count: count) + Array(repeating: 0, count: count),
                recipe: Self.recipe,
                seed: seed.derived("memguard")
            )
            parameters = try network.weights().layers.flatMap { $0.flatMap { $0.floats.map(Double.init) } }
        } catch {
            throw CountermeasureError(
                .engine,
                "the owner's classifier of membership could not be trained",
                cause: "\(error)",
                remedy: "Leave `memguard` out for this model."
            )
        }
    }

    private static func inputs(_ vector: [Double]) -> [Double] { vector.map { scale * log($0 + smallest) } }

    /// h(s), the logit of membership: g(s) = 1 / (1 + e⁻ʰ) is 0.5 where it is 0.
    func logit(_ vector: [Double]) -> Double { evaluated(vector).logit }

    /// h(s) and ∂h/∂s (K), for a vector s (K).
    func evaluated(_ vector: [Double]) -> (logit: Double, gradient: [Double]) {
        let inputs = Self.inputs(vector)
        // Of equal confidences the first classes come first.
        let order = vector.indices.sorted { (vector[$1], $0) < (vector[$0], $1) }
        let (hidden, bias) = (Self.hidden, classes * Self.hidden)
        let (last, end) = (bias + hidden, bias + hidden + 2 * hidden)
        var logit = parameters[end + 1] - parameters[end]
        var gradient = [Double](repeating: 0, count: vector.count)
        for unit in 0..<hidden {
            var sum = parameters[bias + unit]
            for (place, index) in order.enumerated() { sum += inputs[index] * parameters[place * hidden + unit] }
            let value = tanh(sum)
            let weight = parameters[last + 2 * unit + 1] - parameters[last + 2 * unit]
            logit += weight * value
            let slope = weight * (1 - value * value)
            for (place, index) in order.enumerated() { gradient[index] += slope * parameters[place * hidden + unit] }
        }
        for index in vector.indices { gradient[index] *= Self.scale / (vector[index] + Self.smallest) }
        return (logit, gradient)
    }
}
