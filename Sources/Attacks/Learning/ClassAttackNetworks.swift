import Foundation
import Networks
import ShadowModels
import Tensors

/// One attack network per class (paper, section 5.2: hidden layers of 50, 30 and 5), all trained as one batched
/// computation; the score is the logit of membership.
///
/// The shadow training and test sets are disjoint pools, so a network that knows a record again knows its membership
/// without having learned anything about models. Records are therefore parted in five; each of five networks per class
/// holds one part out, in all shadow models at once, and is kept as it was after the epoch that did best on that part.
/// Their logits are averaged (a cross-validated committee): with tens of records per class, what one
/// network makes of them hangs on which it did not see.
struct ClassAttackNetworks {
    /// Sizes of the hidden layers.
    static let hidden = [50, 30, 5]
    /// Parts of the records, and networks per class: each holds another part out, and starts from other weights.
    ///
    /// With five rectified units before the answer, a network can die at its first steps and call everything a member.
    static let parts = 5
    private static let share = Double(parts)
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
        let trained = rows.indices.filter { table.hasBothSides(rows[$0]) }
        let networks = trained.flatMap { label in (0..<Self.parts).map { (label: label, part: $0) } }
        let stacks = stride(from: 0, to: networks.count, by: Self.stackSize).map {
            Array(networks[$0..<min(networks.count, $0 + Self.stackSize)])
        }
        let queryRows = AttackTable.rows(input.queries.labels, classes: input.classes)
        let queryFeatures = scaled(input.queries, scaling)
        let splits = split(table, rows)
        let fitted = try Workers.map(stacks, threads: input.device == .cpu ? input.threads : 1) { stack in
            try self.train(stack.map { ($0.label, $0.part) }, splits, table, shadowFeatures, queryFeatures, queryRows)
        }.flatMap(\.self)
        // A class with shadow records on one side only, or none, gets no network.
        var scores = [Double](repeating: AttackScores.undecided, count: input.queries.count)
        var heldOut: [Int] = []
        var heldOutScores: [Double] = []
        for label in trained {
            let own = fitted.filter { $0.label == label }
            for (index, row) in queryRows[label].enumerated() {
                scores[row] = own.reduce(0) { $0 + $1.queryLogits[index] / Self.share }
            }
            for network in own {
                heldOut += splits[label][network.part].watched
                heldOutScores += network.watchedLogits
            }
        }
        guard (scores + heldOutScores).allSatisfy(\.isFinite) else {
            throw AttackError(
                .trainingFailed,
                "training of the attack networks diverged: their scores are not numbers",
                remedy: "Lower learningRate in the manifest's adversary.attackTraining."
            )
        }
        return .deciding(scores, heldOut: heldOut, heldOutScores: heldOutScores, table)
    }

    /// The shadow answers of one class.
    private struct Split: Sendable {
        /// What its networks learn from.
        var learned: [Int]
        /// What tells the best epoch; none where either part would have only members or only non-members.
        var watched: [Int]
    }

    /// By class and part.
    private func split(_ table: AttackTable, _ rows: [[Int]]) -> [[Split]] {
        let parts = table.parts(Self.parts, input.seed)
        return rows.map { rows in
            (0..<Self.parts).map { part in
                let learned = rows.filter { parts[$0] != part }
                let watched = rows.filter { parts[$0] == part }
                let isUsable = table.hasBothSides(learned) && table.hasBothSides(watched)
                return isUsable ? Split(learned: learned, watched: watched) : Split(learned: rows, watched: [])
            }
        }
    }

    private struct Fitted: Sendable {
        let label: Int
        let part: Int
        let watchedLogits: [Double]
        let queryLogits: [Double]
    }

    private func train(
        _ networks: [(label: Int, part: Int)],
        _ splits: [[Split]],
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
        let seeds = networks.map { input.seed.derived("attack-network", $0.label).derived("part", $0.part) }
        var initial: [Float] = []
        for seed in seeds { initial.append(contentsOf: try Self.initialRow(shape, seed)) }
        let stack = try DenseStack(
            shape,
            parameters: TensorValues(shape: [networks.count, shape.parameterCount], floats: initial),
            optimizer: DenseStackOptimizer(.adam, decay: parameters.weightDecay),
            device: input.device
        )
        let records = networks.map { network in
            let own = splits[network.label][network.part].learned
            return DenseStackRecords(rows: own, targets: own.map { table.isMember[$0] ? 1 : 0 })
        }
        let watched = networks.map { splits[$0.label][$0.part].watched }
        let features = try Tensor(shadowFeatures, shape: [table.answers.count, width], device: input.device)
        let isMember = watched.map { $0.map { table.isMember[$0] } }
        let halving = input.seed.derived("judged")
        var judged = JudgedLogits(
            halves: watched.map { $0.map { halving.heldOutPart(of: table.records[$0], among: 2) } },
            isMember: isMember
        )
        var best = BestEpochs(networks: networks.count)
        for epoch in 0..<parameters.epochs {
            try input.cancellation.check()
            let order = DenseStackOrder(
                records: records,
                batchSize: parameters.batchSize,
                seeds: seeds.map { $0.derived("order", epoch) }
            )
            try stack.epoch(features: features, order: order, rate: parameters.learningRate)
            let logits = try stack.logits(features: features, rows: watched).map { $0.map(Double.init) }
            judged.update(logits)
            try best.update(zip(logits, isMember).map { Self.loss($0, $1) }, stack)
        }
        try best.restore(stack)
        let queries = try Tensor(queryFeatures, shape: [input.queries.count, width], device: input.device)
        let queryLogits = try stack.logits(features: queries, rows: networks.map { queryRows[$0.label] })
        return networks.indices.map { index in
            Fitted(
                label: networks[index].label,
                part: networks[index].part,
                watchedLogits: judged.logits[index],
                queryLogits: queryLogits[index].map(Double.init)
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

    /// Mean logistic loss; nil of no records.
    static func loss(_ logits: [Double], _ targets: [Bool]) -> Double? {
        guard !logits.isEmpty else { return nil }
        let total = zip(logits, targets).reduce(0.0) { sum, pair in
            let z = pair.1 ? -pair.0 : pair.0
            return sum + max(z, 0) + log1p(exp(-abs(z)))
        }
        return total.isFinite ? total / Double(logits.count) : .infinity
    }

    private func scaled(_ answers: Answers, _ scaling: [ColumnScaling]) -> [Float] {
        var floats: [Float] = []
        floats.reserveCapacity(answers.vectors.count)
        for row in 0..<answers.count { scaling[answers.labels[row]].append(answers.vector(row), to: &floats) }
        return floats
    }
}
