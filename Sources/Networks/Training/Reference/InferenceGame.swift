import Tensors

/// The inference attack h that a classifier f is trained against (Nasr, Shokri, Houmansadr 2018, section 4).
///
/// h takes a prediction vector and a class, and says how likely it is that the record was trained on. It maximises its gain
/// ½·E[log h(f(x), y)] over training records + ½·E[log(1 − h(f(x′), y′))] over reference records; f minimises its loss +
/// λ times the part of the gain that its own training records bring.
final class InferenceGame {
    private let network: Network
    private let records: RecordBatches
    private let labels: [Int]
    private let reference: ReferenceRecords
    private let weight: Double
    private let steps: Int
    private let batchSize: Int
    private let seed: Seed
    private let attack: Network
    private let parameters: [Tensor]
    private let optimizer: OptimizerState

    /// Units of h's hidden layers.
    private static let hidden = [128, 64]
    private static let recipe = TrainingRecipe(optimizer: .adam, learningRate: 0.001, momentum: 0, weightDecay: 0)

    /// - Parameters:
    ///   - weight: λ.
    ///   - steps: k, h's steps before each step of f.
    init(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        reference: ReferenceRecords,
        weight: Double,
        steps: Int,
        batchSize: Int,
        seed: Seed
    ) throws {
        let classes = network.architecture.outputShape.reduce(1, *)
        let sizes = [2 * classes] + Self.hidden + [1]
        let layers = sizes.indices.dropFirst().map { index in
            let isLast = index == sizes.count - 1
            return NamedLayer(
                name: "inference_\(index)",
                kind: "Dense",
                layer: Dense(inputs: sizes[index - 1], units: sizes[index], activation: isLast ? .linear : .relu)
            )
        }
        let architecture = try Architecture(name: "inference", inputShape: [2 * classes], layers)
        let weights = try architecture.freshWeights(seed.derived("game"))
        attack = try Network(architecture, weights: weights, device: network.device)
        parameters = attack.trainable(frozen: [])
        optimizer = try OptimizerState(Self.recipe, parameters: parameters)
        self.network = network
        self.records = records
        self.labels = labels
        self.reference = ReferenceRecords(
            records: try reference.records.cachedWhenSmall(),
            labels: reference.labels,
            digest: reference.digest
        )
        self.weight = weight
        self.steps = steps
        self.batchSize = batchSize
        self.seed = seed
    }

    /// λ·E[log h(f(x), y)] of a batch that f is about to be trained on, after k steps of h.
    ///
    /// - Parameters:
    ///   - logits: f's answers (N, K), with their gradients.
    ///   - labels: the records' classes (N).
    /// - Throws: what reading records throws, or an engine failure.
    func penalty(_ logits: Tensor, _ labels: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        var generator = seed.derived("game", place.epoch).derived("batch", place.batch).generator
        for _ in 0..<steps { try learn(&generator) }
        return try opinion(logits, labels).logSigmoid().mean(axes: [0, 1]).multiplying(weight)
    }

    /// One step of h along its gain, on records drawn anew.
    private func learn(_ generator: inout SeededGenerator) throws {
        let own = try drawn(records, labels, &generator)
        let others = try drawn(reference.records, reference.labels, &generator)
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        // Off again afterwards: what f's loss tells h must not be added to what h learns.
        defer { for parameter in parameters { try? parameter.setRequiresGradient(false) } }
        let inside = try opinion(own.logits, own.labels).logSigmoid().mean(axes: [0, 1])
        let outside = try opinion(others.logits, others.labels).negated().logSigmoid().mean(axes: [0, 1])
        try inside.adding(outside).multiplying(-0.5).backward()
        try optimizer.step(rate: Self.recipe.learningRate)
    }

    /// f's answers for some records, as it would give them now.
    private func drawn(
        _ records: RecordBatches,
        _ labels: [Int],
        _ generator: inout SeededGenerator
    ) throws -> (logits: Tensor, labels: [Int]) {
        let rows = (0..<min(batchSize, labels.count)).map { _ in
            Int.random(in: 0..<labels.count, using: &generator)
        }
        let values = try records.values(rows)
        let logits = try Engine.withoutGradients { () throws(TensorError) in
            try network.forward(Tensor(values, device: network.device))
        }
        return (logits, rows.map { labels[$0] })
    }

    /// The logit of h (N, 1).
    private func opinion(_ logits: Tensor, _ labels: [Int]) throws(TensorError) -> Tensor {
        let classes = logits.shape[1]
        var oneHot = [Float](repeating: 0, count: labels.count * classes)
        for (row, label) in labels.enumerated() { oneHot[row * classes + label] = 1 }
        let classOf = try Tensor(oneHot, shape: [labels.count, classes], device: network.device)
        return try attack.forward(.concatenated([logits.softmax(axis: 1), classOf], axis: 1))
    }
}
