import Foundation
import Statistics
import Testing

@testable import Attacks

/// Scores of exchangeable members and non-members, cut into audits of their own.
struct NullSets: CustomStringConvertible {
    /// How many audits: 20, or as many as `LAYERAUDIT_NULL_SETS` says.
    static let count = ProcessInfo.processInfo.environment["LAYERAUDIT_NULL_SETS"].flatMap(Int.init) ?? 20

    /// Audits whose 95 % interval of the AUC covers 0.5.
    private(set) var covered = 0
    /// Audits whose 95 % lower bound of ε is positive.
    private(set) var leaking = 0
    /// The AUC, averaged over audits.
    let meanAUC: Double

    /// Cuts the scores into equal sets: the first half of each are its members.
    init(_ result: AttackScores) throws {
        let size = result.scores.count / Self.count
        var aucs: [Double] = []
        for index in 0..<Self.count {
            let rows = index * size..<(index + 1) * size
            let (members, others) = (rows.prefix(size / 2), rows.dropFirst(size / 2))
            let interval = try #require(
                DeLong.interval(
                    members: members.map { result.scores[$0] },
                    nonMembers: others.map { result.scores[$0] },
                    confidence: 0.95
                )
            )
            let bound = try #require(
                EpsilonLowerBound.bound(
                    truePositives: Double(members.count { result.decisions[$0] }),
                    members: Double(members.count),
                    falsePositives: Double(others.count { result.decisions[$0] }),
                    nonMembers: Double(others.count),
                    delta: 1e-5,
                    alpha: 0.05
                )
            )
            aucs.append(interval.auc)
            covered += interval.low <= 0.5 && interval.high >= 0.5 ? 1 : 0
            leaking += bound > 0 ? 1 : 0
        }
        meanAUC = aucs.reduce(0, +) / Double(aucs.count)
    }

    /// How many intervals may cover 0.5. With a true coverage of 0.95, 16 or fewer of 20 come up once in 60 times.
    var covering: ClosedRange<Int> {
        guard Self.count >= 100 else { return Self.count * 17 / 20...Self.count }
        return Int((0.91 * Double(Self.count)).rounded(.up))...Int(0.99 * Double(Self.count))
    }

    /// How many bounds may be positive: 5 %, and in few audits two more.
    var mostLeaking: Int { Self.count / 20 + (Self.count < 100 ? 2 : 0) }

    var description: String {
        "AUC \(String(format: "%.3f", meanAUC)), \(covered) of \(Self.count) intervals cover 0.5, "
            + "\(leaking) lower bounds of epsilon are positive"
    }
}
