import Tensors

/// The loss of one batch in training: softmax cross-entropy, of changed or mixed records where a recipe says so, with a
/// penalty where it is trained against an inference attack.
struct BatchLoss: TrainingLoss {
    let network: TrainedNetwork
    let records: RecordBatches
    let labels: [Int]
    let game: InferenceGame?

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        let labels = rows.map { self.labels[$0] }
        var generator = network.generator(at: place)
        let x = try network.input(records.values(rows), &generator)
        let mixup = network.regularisation.mixup
        guard mixup > 0 else {
            let logits = try network.answers(x)
            return try guarded(network.crossEntropy(logits, labels), logits, labels, at: place)
        }
        let mixed = try Mixing(alpha: mixup).mixed(x, &generator)
        let logits = try network.answers(mixed.x)
        let own = try network.crossEntropy(logits, labels)
        let partners = try network.crossEntropy(logits, mixed.partners.map { labels[$0] })
        let both = try own.multiplying(mixed.share).adding(partners.multiplying(1 - mixed.share))
        return try guarded(both, logits, labels, at: place)
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
