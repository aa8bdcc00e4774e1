import Tensors

/// The loss of one batch in training: softmax cross-entropy, of changed or mixed records where a recipe says so, with a
/// penalty where it is trained against an inference attack.
struct BatchLoss: TrainingLoss {
    private let network: Network
    private let records: RecordBatches
    private let labels: [Int]
    private let frozen: Set<Int>
    private let regularisation: Regularisation
    private let isMixed: Bool
    private let game: InferenceGame?
    private let seed: Seed
    private let dropout: TensorGenerator

    init(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        frozen: Set<Int>,
        recipe: TrainingRecipe,
        game: InferenceGame? = nil,
        seed: Seed
    ) {
        self.network = network
        self.records = records
        self.labels = labels
        self.frozen = frozen
        regularisation = recipe.regularisation
        isMixed = recipe.precision.isMixed(on: network.device)
        self.game = game
        self.seed = seed
        dropout = TensorGenerator(seed.derived("dropout"))
    }

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        let labels = rows.map { self.labels[$0] }
        var generator = regularisation.generator(seed, at: place)
        let varied = regularisation.varied(try records.values(rows), &generator)
        let x = try Tensor(varied, device: network.device)
        guard regularisation.mixup > 0 else {
            let logits = try answers(x)
            return try guarded(loss(of: logits, labels), logits, labels, at: place)
        }
        let mixed = try Mixing(alpha: regularisation.mixup).mixed(x, &generator)
        let logits = try answers(mixed.x)
        let own = try loss(of: logits, labels)
        let partners = try loss(of: logits, mixed.partners.map { labels[$0] })
        let both = try own.multiplying(mixed.share).adding(partners.multiplying(1 - mixed.share))
        return try guarded(both, logits, labels, at: place)
    }

    private func answers(_ x: Tensor) throws(TensorError) -> Tensor {
        try network.forward(x, .training(dropout, frozen: frozen, isMixed: isMixed))
    }

    private func loss(of logits: Tensor, _ labels: [Int]) throws(TensorError) -> Tensor {
        let targets = try Tensor(labels, device: network.device)
        return try logits.crossEntropy(labels: targets, labelSmoothing: regularisation.labelSmoothing)
    }

    private func guarded(
        _ loss: Tensor,
        _ logits: Tensor,
        _ labels: [Int],
        at place: (epoch: Int, batch: Int)
    ) throws -> Tensor {
        guard let game else { return loss }
        return try loss.adding(game.penalty(logits, labels, at: place))
    }
}
