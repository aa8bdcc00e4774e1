import AuditCore
import LinearModels
import Networks
import Statistics
import Tensors

/// Tries to tell members from non-members by looking at the records alone: what it finds is a difference between the
/// sets, not leakage from the model.
///
/// It learns from one half of the records and is judged on the other, so that DeLong's interval holds; the scores of a
/// cross-validation depend on each other, and their interval would be too narrow.
struct BlindClassifier {
    /// Fewest members, and non-members, that can be split.
    static let smallestSample = 20
    /// Most values of a record it looks at; larger records are averaged down.
    static let largestWidth = 192
    /// Most records per side it looks at.
    static let largestSample = 5000

    let confidence: Double
    let seed: Seed
    let threads: Int

    /// Judges the members and non-members.
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
        guard min(memberRows.count, nonMemberRows.count) >= Self.smallestSample else {
            return ValidityCheck(
                id: "blind-classifier",
                title: Phrase(key: "check.blind-classifier"),
                result: .notRun,
                sentence: Phrase(
                    key: "check.blind-classifier-few",
                    ["count": .whole(Self.smallestSample)]
                )
            )
        }
        let features =
            try reduced(members, memberRows, labels.members, classes)
            + reduced(nonMembers, nonMemberRows, labels.nonMembers, classes)
        let isMember = memberRows.map { _ in true } + nonMemberRows.map { _ in false }
        let scaled = standardised(features)
        let half = split(isMember)
        let scores = [try linear(scaled, isMember, half), try network(scaled, isMember, half)]
        // Two classifiers are tried, so each interval is held at half the error.
        let level = 1 - (1 - confidence) / 2
        let intervals = scores.compactMap { scores in
            DeLong.interval(
                members: zip(half.test, scores).filter { isMember[$0.0] }.map(\.1),
                nonMembers: zip(half.test, scores).filter { !isMember[$0.0] }.map(\.1),
                confidence: level
            )
        }
        guard let worst = intervals.max(by: { $0.low < $1.low }) else {
            return ValidityCheck(
                id: "blind-classifier",
                title: Phrase(key: "check.blind-classifier"),
                result: .notRun,
                sentence: Phrase(key: "check.blind-classifier-nothing")
            )
        }
        let isBlind = worst.low <= 0.5
        return ValidityCheck(
            id: "blind-classifier",
            title: Phrase(key: "check.blind-classifier"),
            result: isBlind ? .pass : .fail,
            sentence: Phrase(key: isBlind ? "check.blind-classifier-pass" : "check.blind-classifier-fail"),
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

    /// Half of the members and half of the non-members to learn from, the others to be judged on.
    private func split(_ isMember: [Bool]) -> (train: [Int], test: [Int]) {
        var generator = seed.derived("blind-split").generator
        var train: [Int] = []
        var test: [Int] = []
        for side in [true, false] {
            let rows = isMember.indices.filter { isMember[$0] == side }
            let order = generator.permutation(rows.count).map { rows[$0] }
            train += order.prefix(rows.count / 2)
            test += order.dropFirst(rows.count / 2)
        }
        return (train, test)
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
    private func linear(
        _ features: [[Float]],
        _ isMember: [Bool],
        _ half: (train: [Int], test: [Int])
    ) throws -> [Double] {
        let machine = try LinearSVM.train(
            features: half.train.flatMap { features[$0] },
            rows: half.train.count,
            columns: features[0].count,
            isMember: half.train.map { isMember[$0] },
            cost: 0.01,
            seed: seed.derived("blind-svm").value
        )
        return machine.decisionValues(features: half.test.flatMap { features[$0] }, rows: half.test.count)
    }

    /// A small network.
    private func network(
        _ features: [[Float]],
        _ isMember: [Bool],
        _ half: (train: [Int], test: [Int])
    ) throws -> [Double] {
        let width = features[0].count
        let shape = DenseStackShape(sizes: [width, 32, 1], activations: [.relu], loss: .logistic)
        let weights = try Architecture.dense(shape).freshWeights(seed.derived("blind-network"))
        let initial = weights.layers.flatMap { $0.flatMap(\.floats) }
        let stack = try DenseStack(
            shape,
            parameters: TensorValues(shape: [1, shape.parameterCount], floats: initial),
            optimizer: DenseStackOptimizer(.adamW, decay: 0.01)
        )
        let table = try Tensor(features.flatMap(\.self), shape: [features.count, width])
        let records = DenseStackRecords(rows: half.train, targets: half.train.map { isMember[$0] ? 1 : 0 })
        for epoch in 0..<5 {
            let order = DenseStackOrder(records: [records], batchSize: 64, seeds: [seed.derived("blind-order", epoch)])
            try stack.epoch(features: table, order: order, rate: 0.001)
        }
        let x = try table.selecting(Tensor(half.test)).reshaped([1, half.test.count, width])
        return try stack.logits(x).doubles()
    }
}
