import Tensors

/// The loss of one batch in training: softmax cross-entropy, of changed or mixed records where a recipe says so.
struct BatchLoss {
    private let network: Network
    private let frozen: Set<Int>
    private let regularisation: Regularisation
    private let isMixed: Bool
    private let seed: Seed
    private let dropout: TensorGenerator

    init(_ network: Network, frozen: Set<Int>, recipe: TrainingRecipe, seed: Seed) {
        self.network = network
        self.frozen = frozen
        regularisation = recipe.regularisation
        isMixed = recipe.precision.isMixed(on: network.device)
        self.seed = seed
        dropout = TensorGenerator(seed.derived("dropout"))
    }

    /// The mean loss of the records (N, …) with class indices (N), at a batch of an epoch.
    func callAsFunction(
        _ records: TensorValues,
        _ labels: [Int],
        at place: (epoch: Int, batch: Int)
    ) throws(TensorError) -> Tensor {
        var generator = seed.derived("regularisation", place.epoch).derived("batch", place.batch).generator
        let varied = regularisation.augmentation?.varied(records, &generator) ?? records
        let x = try Tensor(varied, device: network.device)
        guard regularisation.mixup > 0 else { return try loss(of: answers(x), labels) }
        let mixed = try Mixing(alpha: regularisation.mixup).mixed(x, &generator)
        let logits = try answers(mixed.x)
        let own = try loss(of: logits, labels)
        let partners = try loss(of: logits, mixed.partners.map { labels[$0] })
        return try own.multiplying(mixed.share).adding(partners.multiplying(1 - mixed.share))
    }

    private func answers(_ x: Tensor) throws(TensorError) -> Tensor {
        try network.forward(x, .training(dropout, frozen: frozen, isMixed: isMixed))
    }

    private func loss(of logits: Tensor, _ labels: [Int]) throws(TensorError) -> Tensor {
        let targets = try Tensor(labels, device: network.device)
        return try logits.crossEntropy(labels: targets, labelSmoothing: regularisation.labelSmoothing)
    }
}
