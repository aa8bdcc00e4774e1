import Foundation
import Networks
import ShadowModels
import Tensors

/// One attack network per class (paper, section 5.2: hidden layers of 50, 30 and 5), all trained as one batched
/// computation; the score is the logit of membership.
///
/// The shadow training and test sets are disjoint pools, so a network that knows a record again knows its membership
/// without having learned anything about models. One record in five is therefore held out, in all shadow models at
/// once, and each network is kept as it was after the epoch that did best on them.
struct ClassAttackNetworks {
    /// Sizes of the hidden layers.
    static let hidden = [50, 30, 5]
    /// Networks trained per class from different initial weights; their logits are averaged.
    ///
    /// With five rectified units before the answer, a network can die at its first steps and call everything a member.
    static let starts = 2
    private static let share = Double(starts)
    /// One record in so many is held out.
    static let heldOut = 5
    /// Networks per batched computation; fixed, so that the work is cut the same way on every machine.
    static let stackSize = 8

    let parameters: AttackParameters
    let input: AttackInput

    /// Trains the networks and scores the queries.
    func scores() throws -> AttackScores {
        let table = try AttackTable(input)
        let rows = table.rows(classes: input.classes)
        let scaling = rows.map { ColumnScaling(table.answers, rows: $0) }
        let shadowFeatures = scaled(table.answers, scaling)
        let trained = rows.indices.filter { !rows[$0].isEmpty }
        let networks = trained.flatMap { label in (0..<Self.starts).map { (label: label, start: $0) } }
        let stacks = stride(from: 0, to: networks.count, by: Self.stackSize).map {
            Array(networks[$0..<min(networks.count, $0 + Self.stackSize)])
        }
        let queryRows = AttackTable.rows(input.queries.labels, classes: input.classes)
        let queryFeatures = scaled(input.queries, scaling)
        let fitted = try Workers.map(stacks, threads: input.device == .cpu ? input.threads : 1) { stack in
            try self.train(stack.map { ($0.label, $0.start) }, rows, table, shadowFeatures, queryFeatures, queryRows)
        }.flatMap(\.self)
        // A class without shadow records gets no network: its records score 0, the threshold's own side of doubt.
        var scores = [Double](repeating: 0, count: input.queries.count)
        var shadowScores = [Double](repeating: 0, count: table.answers.count)
        for label in trained {
            for network in fitted where network.label == label {
                for (row, logit) in zip(queryRows[label], network.queryLogits) { scores[row] += logit / Self.share }
                for (row, logit) in zip(rows[label], network.shadowLogits) { shadowScores[row] += logit / Self.share }
            }
        }
        return .deciding(scores, shadowScores: shadowScores, isMember: table.isMember, threshold: 0)
    }

    private struct Fitted: Sendable {
        let label: Int
        let shadowLogits: [Double]
        let queryLogits: [Double]
    }

    private func train(
        _ networks: [(label: Int, start: Int)],
        _ rows: [[Int]],
        _ table: AttackTable,
        _ shadowFeatures: [Float],
        _ queryFeatures: [Float],
        _ queryRows: [[Int]]
    ) throws -> [Fitted] {
        let width = table.answers.classes
        let shape = DenseStackShape(
            sizes: [width] + Self.hidden + [1],
            activations: Self.hidden.map { _ in .relu },
            loss: .logistic
        )
        let seeds = networks.map { input.seed.derived("attack-network", $0.label).derived("start", $0.start) }
        var initial: [Float] = []
        for seed in seeds { initial.append(contentsOf: try Self.initialRow(shape, seed)) }
        let stack = try DenseStack(
            shape,
            parameters: TensorValues(shape: [networks.count, shape.parameterCount], floats: initial),
            optimizer: DenseStackOptimizer(.adam, decay: parameters.weightDecay),
            device: input.device
        )
        let isHeldOut = table.records.map { input.seed.derived("held-out", $0).value % UInt64(Self.heldOut) == 0 }
        let records = networks.map { network in
            let own = rows[network.label].filter { !isHeldOut[$0] }
            return DenseStackRecords(rows: own, targets: own.map { table.isMember[$0] ? 1 : 0 })
        }
        let watched = networks.map { network in rows[network.label].filter { isHeldOut[$0] } }
        let features = try Tensor(shadowFeatures, shape: [table.answers.count, width], device: input.device)
        var best = BestEpochs(networks: networks.count)
        for epoch in 0..<parameters.epochs {
            try input.cancellation.check()
            let order = DenseStackOrder(
                records: records,
                batchSize: parameters.batchSize,
                seeds: seeds.map { $0.derived("order", epoch) }
            )
            try stack.epoch(features: features, order: order, rate: parameters.learningRate)
            let losses = try logits(stack, features, watched).enumerated().map { index, logits in
                Self.loss(logits, watched[index].map { table.isMember[$0] })
            }
            try best.update(losses, stack)
        }
        try best.restore(stack)
        let queries = try Tensor(queryFeatures, shape: [input.queries.count, width], device: input.device)
        let shadowLogits = try logits(stack, features, networks.map { rows[$0.label] })
        let queryLogits = try logits(stack, queries, networks.map { queryRows[$0.label] })
        return networks.indices.map { index in
            Fitted(
                label: networks[index].label,
                shadowLogits: shadowLogits[index],
                queryLogits: queryLogits[index]
            )
        }
    }

    /// Kernels normal with √(2 / fanIn) (He et al. 2015), since rectified units follow; biases 0.
    private static func initialRow(_ shape: DenseStackShape, _ seed: Seed) throws(TensorError) -> [Float] {
        let generator = TensorGenerator(seed)
        var row: [Float] = []
        for (inputs, outputs) in zip(shape.sizes, shape.sizes.dropFirst()) {
            let deviation = (2 / Double(inputs)).squareRoot()
            row.append(contentsOf: try generator.normal(deviation: deviation, shape: [inputs, outputs]).floats())
            row.append(contentsOf: Array(repeating: 0, count: outputs))
        }
        return row
    }

    /// Logits of each network for its own rows.
    private func logits(_ stack: DenseStack, _ features: Tensor, _ rows: [[Int]]) throws -> [[Double]] {
        let width = rows.map(\.count).max() ?? 0
        guard width > 0 else { return rows.map { _ in [] } }
        let padded = rows.flatMap { $0 + Array(repeating: 0, count: width - $0.count) }
        let x = try features.selecting(Tensor(padded, device: input.device)).reshaped([rows.count, width, -1])
        let values = try stack.logits(x).doubles()
        return rows.enumerated().map { Array(values[$0 * width..<$0 * width + $1.count]) }
    }

    /// Mean logistic loss.
    private static func loss(_ logits: [Double], _ targets: [Bool]) -> Double {
        let total = zip(logits, targets).reduce(0.0) { sum, pair in
            let z = pair.1 ? -pair.0 : pair.0
            return sum + max(z, 0) + log1p(exp(-abs(z)))
        }
        return total.isFinite ? total / Double(max(1, logits.count)) : .infinity
    }

    private func scaled(_ answers: Answers, _ scaling: [ColumnScaling]) -> [Float] {
        var floats: [Float] = []
        floats.reserveCapacity(answers.vectors.count)
        for row in 0..<answers.count { scaling[answers.labels[row]].append(answers.vector(row), to: &floats) }
        return floats
    }
}
