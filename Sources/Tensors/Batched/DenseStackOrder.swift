/// Which records each of M networks sees in which step of one pass.
///
/// All networks take the same number of steps; one with fewer records takes smaller batches, padded with slots of
/// weight 0, so that every network sees each of its records exactly once per pass.
public struct DenseStackOrder: Sendable {
    /// Number of networks M.
    public let networks: Int
    /// Slots per network: steps × batch size.
    public let slots: Int
    /// Slots per step.
    public let batchSize: Int
    /// Row of the features in each slot (M, slots).
    let rows: [Int]
    /// Class index, or 0 and 1, in each slot (M, slots).
    let targets: [Int]
    /// Share of each slot in its step's loss (M, slots).
    let weights: [Float]

    /// Shuffles each network's records.
    ///
    /// - Parameters:
    ///   - records: per network, the rows it is trained on and their targets.
    ///   - batchSize: largest number of records per step, at least 1.
    ///   - seeds: one seed per network, for this pass.
    public init(records: [DenseStackRecords], batchSize: Int, seeds: [Seed]) {
        let batchSize = max(1, batchSize)
        let largest = records.map(\.rows.count).max() ?? 0
        let steps = max(1, (largest + batchSize - 1) / batchSize)
        let width = max(1, min(batchSize, largest))
        var rows: [Int] = []
        var targets: [Int] = []
        var weights: [Float] = []
        rows.reserveCapacity(records.count * steps * width)
        targets.reserveCapacity(records.count * steps * width)
        weights.reserveCapacity(records.count * steps * width)
        for (record, seed) in zip(records, seeds) {
            var generator = seed.generator
            let order = generator.permutation(record.rows.count)
            for step in 0..<steps {
                let start = step * order.count / steps
                let end = (step + 1) * order.count / steps
                for slot in 0..<width {
                    let isReal = start + slot < end
                    let index = isReal ? order[start + slot] : 0
                    rows.append(isReal ? record.rows[index] : record.rows.first ?? 0)
                    targets.append(isReal ? record.targets[index] : record.targets.first ?? 0)
                    weights.append(isReal ? 1 / Float(end - start) : 0)
                }
            }
        }
        self.networks = records.count
        self.batchSize = width
        self.slots = steps * width
        self.rows = rows
        self.targets = targets
        self.weights = weights
    }
}
