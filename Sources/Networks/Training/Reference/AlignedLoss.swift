import Tensors

/// Cross-entropy of labelled reference records (source domain) + λ·‖mean of their features − mean of the training records'
/// features‖² (target domain, whose labels are not used): a network that learns its task from the former, in features in
/// which both look the same (Tzeng et al. 2014, section 3; as a defence: Huang et al. 2020).
///
/// Features are what the last layer takes; where a network is one layer alone, nothing is aligned.
struct AlignedLoss: TrainingLoss {
    private let network: TrainedNetwork
    private let records: RecordBatches
    private let reference: ReferenceRecords
    private let weight: Double
    /// The node that gives the features, and what comes after it.
    private let node: Int
    private let head: (part: Architecture, layerMap: [Int])

    init(_ network: TrainedNetwork, records: RecordBatches, reference: ReferenceRecords, weight: Double) throws {
        self.network = network
        self.records = records
        self.reference = ReferenceRecords(
            records: try reference.records.cachedWhenSmall(),
            labels: reference.labels,
            digest: reference.digest
        )
        self.weight = weight
        node = network.network.architecture.cuts.last ?? 0
        head = network.network.architecture.deepPart(after: node)
    }

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        var generator = network.generator(at: place)
        let own = try records.values(rows)
        let source = rows.map { _ in Int.random(in: 0..<reference.count, using: &generator) }
        // One pass for both, so that batch normalisation sees both.
        let both = TensorValues.concatenated([try reference.records.values(source), own])
        let features = try network.network.forward(network.input(both, &generator), network.pass, upTo: node)
        let known = try features.slice(axis: 0, 0..<source.count)
        let logits = try head.part.answer(
            known,
            head.layerMap.map { $0 < 0 ? [] : network.network.parameters[$0] },
            upTo: head.part.output
        ) { network.pass.of(layer: head.layerMap[$0]) }
        let loss = try network.crossEntropy(logits, source.map { reference.labels[$0] })
        let distance = try Self.distance(known, features.slice(axis: 0, source.count..<source.count + rows.count))
        return try loss.adding(distance.multiplying(weight))
    }

    /// MMD² with a linear kernel: the squared distance between the means of two batches of features (N, …).
    static func distance(_ first: Tensor, _ second: Tensor) throws(TensorError) -> Tensor {
        let difference = try first.mean(axes: [0]).subtracting(second.mean(axes: [0]))
        return try difference.squared().reshaped([difference.count]).sum(axes: [0])
    }
}
