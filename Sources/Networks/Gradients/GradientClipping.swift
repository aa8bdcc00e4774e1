import Tensors

/// Computes gradients unit by unit, clips each and adds them up.
///
/// A unit is what privacy is counted by: a record, or the records of one person that a step takes. Nothing depends on
/// the number of threads: the batch is always cut the same way and summed in the same order.
public struct GradientClipping: Sendable {
    /// What is trained; answers logits.
    public let architecture: Architecture
    /// Layers (by index) that stay as they are and run as at inference.
    public let frozen: Set<Int>
    /// C, the largest norm a unit may add; above 0.
    public let bound: Double
    /// How many micro-batches are computed at once.
    public let threads: Int
    /// Where they are computed.
    public let device: Device
    /// P, the number of trained values.
    public let parameterCount: Int
    /// Whether records go through the network together; otherwise one by one: slow, and right for every network.
    public let isTogether: Bool

    /// Looks at a network.
    ///
    /// - Parameters:
    ///   - architecture: what is trained; answers logits.
    ///   - weights: any that fit.
    ///   - records: where records come from; those of the first rows are tried.
    ///   - frozen: layers (by index) that stay as they are.
    ///   - bound: C, above 0.
    ///   - threads: how many micro-batches are computed at once.
    ///   - device: where.
    /// - Throws: `NetworkError.mixesRecords` naming the layer, `NetworkError.nothingTrained`, `TensorError`, or what
    ///   reading a record throws.
    public init(
        _ architecture: Architecture,
        weights: Weights,
        records: RecordBatches,
        frozen: Set<Int> = [],
        bound: Double,
        threads: Int = 1,
        device: Device = .cpu
    ) throws {
        for (index, named) in architecture.layers.enumerated() where named.layer.mixesRecords {
            guard frozen.contains(index) else { throw NetworkError.mixing(named) }
        }
        let network = try Network(architecture, weights: weights, device: device)
        let parameters = network.trainable(frozen: frozen)
        guard !parameters.isEmpty else { throw NetworkError.nothingTrained }
        self.architecture = architecture
        self.frozen = frozen
        self.bound = bound
        self.threads = threads
        self.device = device
        parameterCount = parameters.reduce(0) { $0 + $1.count }
        guard records.count > 0 else {
            isTogether = true
            return
        }
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        let pass = Pass.training(TensorGenerator(Seed(0)), frozen: frozen)
        let tried = try records.values([0, min(1, records.count - 1)])
        isTogether = try network.recordsTogether(tried, by: parameters, pass)
    }

    /// Sums of micro-batches that are kept at a time; also how many can be computed at once.
    private static let lanes = 16

    /// The clipped gradients of a batch, added up.
    ///
    /// - Parameters:
    ///   - weights: of the architecture.
    ///   - records: where rows are read.
    ///   - labels: class indices of all records.
    ///   - units: the rows of each unit; g_u is the gradient of the mean softmax cross-entropy of its rows.
    ///   - seed: decides dropout; each micro-batch derives its own.
    /// - Throws: `NetworkError.diverged` when a gradient is not a number, or what reading records throws.
    public func callAsFunction(
        weights: Weights,
        records: RecordBatches,
        labels: [Int],
        units: [[Int]],
        seed: Seed
    ) throws -> ClippedGradients {
        let batches = MicroBatch.cut(units, parameters: parameterCount)
        let lanes = min(batches.count, Self.lanes)
        let jobs = (0..<lanes).map { lane in
            Array(batches[lane * batches.count / lanes..<(lane + 1) * batches.count / lanes])
        }
        let parts = try Workers.map(jobs, threads: threads) { job in
            let network = try Network(architecture, weights: weights, device: device)
            let parameters = network.trainable(frozen: frozen)
            for parameter in parameters { try parameter.setRequiresGradient(true) }
            var total: ClippedGradients?
            for batch in job {
                let part = try clipped(batch, network, parameters, records, labels, seed)
                total = total?.appending(part) ?? part
            }
            return total
        }.compactMap(\.self)
        let none = Array(repeating: Float(0), count: parts.isEmpty ? parameterCount : 0)
        guard let first = parts.first else { return ClippedGradients(sum: none, norms: [], largestClippedNorm: 0) }
        return parts.dropFirst().reduce(first) { $0.appending($1) }
    }

    private func clipped(
        _ batch: MicroBatch,
        _ network: Network,
        _ parameters: [Tensor],
        _ records: RecordBatches,
        _ labels: [Int],
        _ seed: Seed
    ) throws -> ClippedGradients {
        let rows = batch.rows
        let pass = Pass.training(TensorGenerator(seed.derived("dropout", batch.index)), frozen: frozen)
        let gradients = try network.recordGradients(
            Tensor(records.values(rows), device: device),
            labels: rows.map { labels[$0] },
            by: parameters,
            pass,
            isTogether: isTogether
        )
        return try Engine.withoutGradients {
            let units = batch.units.count == rows.count ? gradients : try averaged(gradients, batch)
            let norms = try units.rowNorms()
            guard norms.allSatisfy(\.isFinite) else { throw NetworkError.gradientDiverged }
            // ‖g‖ may be 0, which is left as it is.
            let factors = norms.map { Float($0 > bound ? bound / $0 : 1) }
            let sum = try Tensor(factors, shape: [1, factors.count], device: device).matrixProduct(units)
            let largest = zip(norms, factors).map { $0 * Double($1) }.max() ?? 0
            return ClippedGradients(sum: try sum.floats(), norms: norms, largestClippedNorm: largest)
        }
    }

    /// The means over the rows of each unit.
    private func averaged(_ gradients: Tensor, _ batch: MicroBatch) throws(TensorError) -> Tensor {
        let count = batch.rows.count
        var shares = Array(repeating: Float(0), count: batch.units.count * count)
        var next = 0
        for (index, unit) in batch.units.enumerated() {
            for place in next..<next + unit.count { shares[index * count + place] = 1 / Float(unit.count) }
            next += unit.count
        }
        return try Tensor(shares, shape: [batch.units.count, count], device: device).matrixProduct(gradients)
    }
}
