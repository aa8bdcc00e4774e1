import Tensors

/// Cross-entropy of labelled reference records (source domain) + λ·‖mean of their features − mean of the training records'
/// features‖² (target domain, whose labels are not used): a network that learns its task from the former, in features in
/// which both look the same (Tzeng et al. 2014, section 3; as a defence: Huang et al. 2020).
///
/// Features are what the last layer takes; where a network is one layer alone, nothing is aligned.
struct AlignedLoss: TrainingLoss {
    private let network: Network
    private let records: RecordBatches
    private let reference: ReferenceRecords
    private let weight: Double
    private let frozen: Set<Int>
    private let regularisation: Regularisation
    private let isMixed: Bool
    private let seed: Seed
    private let dropout: TensorGenerator
    /// The node that gives the features, and what comes after it.
    private let node: Int
    private let head: (part: Architecture, layerMap: [Int])

    init(
        _ network: Network,
        records: RecordBatches,
        reference: ReferenceRecords,
        weight: Double,
        frozen: Set<Int>,
        recipe: TrainingRecipe,
        seed: Seed
    ) throws {
        self.network = network
        self.records = records
        self.reference = ReferenceRecords(
            records: try reference.records.cachedWhenSmall(),
            labels: reference.labels,
            digest: reference.digest
        )
        self.weight = weight
        self.frozen = frozen
        regularisation = recipe.regularisation
        isMixed = recipe.precision.isMixed(on: network.device)
        self.seed = seed
        dropout = TensorGenerator(seed.derived("dropout"))
        node = network.architecture.cuts.last ?? 0
        head = network.architecture.deepPart(after: node)
    }

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        var generator = regularisation.generator(seed, at: place)
        let own = try records.values(rows)
        let source = rows.map { _ in Int.random(in: 0..<reference.count, using: &generator) }
        // One pass for both, so that batch normalisation sees both.
        let both = TensorValues.concatenated([try reference.records.values(source), own])
        let x = try Tensor(regularisation.varied(both, &generator), device: network.device)
        let pass = Pass.training(dropout, frozen: frozen, isMixed: isMixed)
        let features = try network.forward(x, pass, upTo: node)
        let known = try features.slice(axis: 0, 0..<source.count)
        let logits = try head.part.answer(
            known,
            head.layerMap.map { $0 < 0 ? [] : network.parameters[$0] },
            upTo: head.part.output
        ) { pass.of(layer: head.layerMap[$0]) }
        let labels = try Tensor(source.map { reference.labels[$0] }, device: network.device)
        let loss = try logits.crossEntropy(labels: labels, labelSmoothing: regularisation.labelSmoothing)
        let distance = try Self.distance(known, features.slice(axis: 0, source.count..<source.count + rows.count))
        return try loss.adding(distance.multiplying(weight))
    }

    /// MMD² with a linear kernel: the squared distance between the means of two batches of features (N, …).
    static func distance(_ first: Tensor, _ second: Tensor) throws(TensorError) -> Tensor {
        let difference = try first.mean(axes: [0]).subtracting(second.mean(axes: [0]))
        return try difference.squared().reshaped([difference.count]).sum(axes: [0])
    }
}
