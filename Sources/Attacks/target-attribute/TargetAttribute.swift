import AuditCore
import Foundation
import LinearModels
import ShadowModels
import Tensors

/// Which value of a sensitive attribute made up most of the *source* training population, from the black-box target
/// model's answers for a few records, with auxiliary data (Liew and Takahashi 2020).
///
/// The adversary holds records whose attribute it knows, trains shadow worlds rich and poor in the value, and learns what
/// the answers of target models built on them look like.
public struct TargetAttribute: AttributeAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "target-attribute",
        access: [.targetScores],
        knowledge: [.shadowData, .sourceArchitecture, .targetTraining],
        approaches: [.freezing, .fineTuning],
        smallestSample: fewestWorlds,
        defaults: [("cost", Phrase(key: "number", ["number": .number(cost, .full)])), probes],
        calibration: .global,
        needsLabels: false
    )

    /// Fewest worlds of either kind with which the figures mean anything.
    static let fewestWorlds = 4
    /// Records of either kind to ask about.
    static let probes: (name: String, value: Phrase) = (
        "probes", Phrase(key: "number", ["number": .whole(WorldDraws.mostProbes)])
    )
    /// Weight of the errors; few worlds stand against many numbers of each.
    private static let cost = 0.01

    /// It learns from worlds.
    public static let learns = true

    /// An attack; it takes no parameters.
    public init() {}

    /// The decision values of linear support vector machines: worlds in two parts, each judged by a machine that learned from
    /// the other part; the audited model by one that learned from all.
    ///
    /// More parts would leave more to learn from, but machines that share most of their worlds err together, and intervals
    /// over all of them would be too narrow.
    public func scores(_ input: AttributeInput) throws(AttackError) -> AttributeScores {
        try input.check()
        let aggregate = AttributeAggregate(input)
        let features = input.worlds.map { aggregate.features($0.answers) }
        let parts = input.worlds.indices.map { $0 / 2 % 2 }
        var scores = [Double](repeating: 0, count: parts.count)
        for part in 0..<2 {
            let judged = parts.indices.filter { parts[$0] == part }
            let learned = parts.indices.filter { parts[$0] != part }
            let found = try values(
                judged.map { features[$0] },
                input,
                features,
                learned,
                input.seed.derived("part", part)
            )
            for (world, value) in zip(judged, found) { scores[world] = value }
        }
        let attacked = try values(
            [aggregate.features(input.attacked)],
            input,
            features,
            Array(parts.indices),
            input.seed.derived("attacked")
        )
        return AttributeScores(worlds: scores, parts: parts, attacked: attacked.first ?? 0)
    }

    /// Decision values of rows of features by a machine that learned from some worlds.
    private func values(
        _ judged: [[Double]],
        _ input: AttributeInput,
        _ features: [[Double]],
        _ learned: [Int],
        _ seed: Seed
    ) throws(AttackError) -> [Double] {
        let count = Double(learned.count)
        let scales = (0..<AttributeAggregate.width).map { k in
            let mean = learned.reduce(0.0) { $0 + features[$1][k] } / count
            let square = learned.reduce(0.0) { $0 + pow(features[$1][k] - mean, 2) } / count
            return (mean: mean, factor: square > 0 ? 1 / square.squareRoot() : 0)
        }
        func scaled(_ rows: [[Double]]) -> [Float] {
            rows.flatMap { row in zip(row, scales).map { Float(($0 - $1.mean) * $1.factor) } }
        }
        do {
            let machine = try LinearSVM.train(
                features: scaled(learned.map { features[$0] }),
                rows: learned.count,
                columns: AttributeAggregate.width,
                isMember: learned.map { input.worlds[$0].isRich },
                cost: Self.cost,
                seed: seed.value
            )
            return machine.decisionValues(features: scaled(judged), rows: judged.count)
        } catch {
            throw AttackError(.trainingFailed, error.summary, cause: error.cause, remedy: error.remedy)
        }
    }
}
