import AuditCore
import LinearModels
import Networks
import Statistics
import Tensors

/// Tries to tell members from non-members by looking at the records alone: what it finds is a difference between the
/// sets, not leakage from the model.
struct BlindClassifier {
    /// Folds of the cross-validation.
    static let folds = 5
    /// Most values of a record it looks at; larger records are averaged down.
    static let largestWidth = 192
    /// Most records per side it looks at.
    static let largestSample = 5000

    let confidence: Double
    let seed: Seed
    let threads: Int

    /// Judges the members and non-members by cross-validation.
    ///
    /// - Parameters:
    ///   - members: records as the model sees them.
    ///   - nonMembers: likewise.
    ///   - labels: labels of the members, then of the non-members.
    ///   - classes: number of classes K.
    /// - Throws: what reading records throws.
    func check(
        members: RecordBatches,
        nonMembers: RecordBatches,
        labels: (members: [Int], nonMembers: [Int]),
        classes: Int
    ) throws -> ValidityCheck {
        let memberRows = sample(members.count, "members")
        let nonMemberRows = sample(nonMembers.count, "non-members")
        guard min(memberRows.count, nonMemberRows.count) >= 2 * Self.folds else {
            return ValidityCheck(
                id: "blind-classifier",
                title: "Blind classifier",
                result: .notRun,
                sentence: "Fewer than \(2 * Self.folds) members or non-members: too few for a cross-validation."
            )
        }
        let features =
            try reduced(members, memberRows, labels.members, classes)
            + reduced(nonMembers, nonMemberRows, labels.nonMembers, classes)
        let isMember = memberRows.map { _ in true } + nonMemberRows.map { _ in false }
        let scores = [
            try linear(features, isMember), try network(features, isMember),
        ]
        // Two classifiers are tried, so each interval is held at half the error.
        let level = 1 - (1 - confidence) / 2
        let intervals = scores.compactMap { scores in
            DeLong.interval(
                members: Array(scores[..<memberRows.count]),
                nonMembers: Array(scores[memberRows.count...]),
                confidence: level
            )
        }
        guard let worst = intervals.max(by: { $0.low < $1.low }) else {
            return ValidityCheck(
                id: "blind-classifier",
                title: "Blind classifier",
                result: .notRun,
                sentence: "The records gave no usable scores."
            )
        }
        let isBlind = worst.low <= 0.5
        return ValidityCheck(
            id: "blind-classifier",
            title: "Blind classifier",
            result: isBlind ? .pass : .fail,
            sentence: isBlind
                ? "A classifier that sees the records but not the model cannot tell members from non-members."
                : "A classifier that never saw the model tells members from non-members: the two sets differ, and what the "
                    + "attacks find may be that difference and not leakage. Draw both sets from the same source.",
            value: worst.auc,
            interval: Interval(low: worst.low, high: worst.high, confidence: level)
        )
    }

    private func sample(_ count: Int, _ role: String) -> [Int] {
        var generator = seed.derived("blind-\(role)").generator
        return Array(generator.permutation(count).prefix(Self.largestSample))
    }

    /// Values averaged down to at most `largestWidth`, and the label as one-hot.
    private func reduced(
        _ records: RecordBatches,
        _ rows: [Int],
        _ labels: [Int],
        _ classes: Int
    ) throws -> [[Float]] {
        let size = records.recordShape.reduce(1, *)
        let width = min(size, Self.largestWidth)
        let batches = stride(from: 0, to: rows.count, by: 256).map { Array(rows[$0..<min(rows.count, $0 + 256)]) }
        return try Workers.map(batches, threads: threads) { batch in
            let values = try records.values(batch)
            return batch.enumerated().map { index, row in
                var feature = [Float](repeating: 0, count: width + min(classes, 50))
                let record = values.row(index)
                var place = record.startIndex
                for bin in 0..<width {
                    let end = record.startIndex + (bin + 1) * size / width
                    feature[bin] = record[place..<end].reduce(0, +) / Float(max(1, end - place))
                    place = end
                }
                if labels[row] < 50 { feature[width + labels[row]] = 1 }
                return feature
            }
        }.flatMap(\.self)
    }

    private func fold(_ index: Int, _ assignment: [Int]) -> (train: [Int], test: [Int]) {
        (assignment.indices.filter { assignment[$0] != index }, assignment.indices.filter { assignment[$0] == index })
    }

    private func assignment(_ count: Int) -> [Int] {
        var generator = seed.derived("blind-folds").generator
        return generator.permutation(count).map { $0 % Self.folds }
    }

    private func standardised(_ features: [[Float]]) -> [[Float]] {
        let width = features[0].count
        var mean = [Double](repeating: 0, count: width)
        var square = mean
        for feature in features { for k in 0..<width { mean[k] += Double(feature[k]) } }
        for k in 0..<width { mean[k] /= Double(features.count) }
        for feature in features {
            for k in 0..<width { square[k] += (Double(feature[k]) - mean[k]) * (Double(feature[k]) - mean[k]) }
        }
        let factor = square.map { $0 > 0 ? 1 / ($0 / Double(features.count)).squareRoot() : 0 }
        return features.map { feature in (0..<width).map { Float((Double(feature[$0]) - mean[$0]) * factor[$0]) } }
    }

    /// A linear support vector machine with weak ties to its records.
    private func linear(_ features: [[Float]], _ isMember: [Bool]) throws -> [Double] {
        let scaled = standardised(features)
        let assignment = assignment(isMember.count)
        let parts = try Workers.map(Array(0..<Self.folds), threads: threads) { index in
            let (train, test) = self.fold(index, assignment)
            let machine = try LinearSVM.train(
                features: train.flatMap { scaled[$0] },
                rows: train.count,
                columns: scaled[0].count,
                isMember: train.map { isMember[$0] },
                cost: 0.01,
                seed: self.seed.derived("blind-svm", index).value
            )
            return (test, machine.decisionValues(features: test.flatMap { scaled[$0] }, rows: test.count))
        }
        return gathered(parts, isMember.count)
    }

    /// A small network, one per fold, trained as one batched computation.
    private func network(_ features: [[Float]], _ isMember: [Bool]) throws -> [Double] {
        let scaled = standardised(features)
        let assignment = assignment(isMember.count)
        let folds = (0..<Self.folds).map { fold($0, assignment) }
        let shape = DenseStackShape(sizes: [scaled[0].count, 32, 1], activations: [.relu], loss: .logistic)
        let chain = Architecture.dense(shape)
        var initial: [Float] = []
        for index in 0..<Self.folds {
            for layer in try chain.freshWeights(seed.derived("blind-network", index)).layers {
                for parameter in layer { initial.append(contentsOf: parameter.floats) }
            }
        }
        let stack = try DenseStack(
            shape,
            parameters: TensorValues(shape: [Self.folds, shape.parameterCount], floats: initial),
            optimizer: DenseStackOptimizer(.adamW, decay: 0.01)
        )
        let table = try Tensor(scaled.flatMap(\.self), shape: [scaled.count, scaled[0].count])
        let records = folds.map { fold in
            DenseStackRecords(rows: fold.train, targets: fold.train.map { isMember[$0] ? 1 : 0 })
        }
        for epoch in 0..<5 {
            let seeds = (0..<Self.folds).map { seed.derived("blind-order", epoch).derived("fold", $0) }
            let order = DenseStackOrder(records: records, batchSize: 64, seeds: seeds)
            try stack.epoch(features: table, order: order, rate: 0.001)
        }
        let width = folds.map(\.test.count).max() ?? 0
        let padded = folds.flatMap { $0.test + Array(repeating: 0, count: width - $0.test.count) }
        let x = try table.selecting(Tensor(padded)).reshaped([Self.folds, width, -1])
        let logits = try stack.logits(x).doubles()
        let parts = folds.enumerated().map { ($1.test, Array(logits[$0 * width..<$0 * width + $1.test.count])) }
        return gathered(parts, isMember.count)
    }

    private func gathered(_ parts: [([Int], [Double])], _ count: Int) -> [Double] {
        var scores = [Double](repeating: 0, count: count)
        for (rows, values) in parts { for (row, value) in zip(rows, values) { scores[row] = value } }
        return scores
    }
}
