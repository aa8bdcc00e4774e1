import AuditCore
import Statistics

/// What so many records can show, before the run.
struct Power {
    /// The lines to print.
    let lines: [String]

    /// How often the smallest advantage is to be found.
    private static let power = 0.8

    init(_ members: Int, _ nonMembers: Int, confidence: Double) {
        var lines: [String] = []
        if let advantage = DetectableAdvantage.smallest(
            members: members,
            nonMembers: nonMembers,
            confidence: confidence,
            power: Self.power
        ) {
            lines.append(
                "power: an advantage (TPR - FPR) from \(Self.short(advantage)) is told from 0 in \(Self.percent(Self.power)) "
                    + "of audits with \(members) members and \(nonMembers) non-members at \(Self.percent(confidence))"
            )
        }
        for statistic in Statistic.allCases {
            guard let rate = statistic.falsePositiveRate else { continue }
            let needed = Int((1 / rate).rounded(.up))
            guard nonMembers < needed else { continue }
            lines.append(
                "power: the TPR at an FPR of \(Self.percent(rate)) needs \(needed) non-members, there are \(nonMembers)"
            )
        }
        self.lines = lines
    }

    private static func short(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

    private static func percent(_ value: Double) -> String {
        let percent = (value * 1000).rounded() / 10
        return percent == percent.rounded() ? "\(Int(percent)) %" : "\(percent) %"
    }
}
