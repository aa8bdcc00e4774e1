import AuditCore
import Networks
import ShadowModels

/// What an audit would do and about how long it would take: `--dry-run`.
public struct AuditPlan: Sendable, CustomStringConvertible {
    /// The lines to print.
    public let lines: [String]
    /// Core-seconds the shadow models are estimated to take.
    public let coreSeconds: Double

    /// The lines, one under the other.
    public var description: String { lines.joined(separator: "\n") }

    /// Collects lines.
    init(lines: [String], coreSeconds: Double) {
        self.lines = lines
        self.coreSeconds = coreSeconds
    }

    init(
        _ session: Session,
        _ materials: Materials,
        _ plans: [ShadowPlan],
        _ skips: [Skip],
        policy: String,
        confidence: Double
    ) throws {
        let source = materials.source
        let cut = source.architecture.layers[source.architecture.nodes[source.cut].layer].name
        var lines = [
            session.manifest.title,
            "model: \(materials.model.name), \(source.architecture.parameterCount) parameters, "
                + "\(source.classes) classes; cut after '\(cut)'",
        ]
        for set in materials.sets + materials.targetSets {
            lines.append("data: \(set.role): \(set.count) records (\(set.source))")
        }
        let cost = try WorkEstimate(session, materials)
        var total = 0.0
        for plan in plans {
            let seconds = cost.coreSeconds(plan)
            total += seconds
            lines.append(
                "shadow models: \(plan.approach.rawValue): \(plan.models) × sizes \(plan.sizes) × \(plan.repeats) repeats; "
                    + "\(ShadowStage.words(plan.recipe)); about \(Self.time(seconds / Double(session.threads)))"
            )
        }
        lines.append("attacks: \((session.manifest.adversary.attacks + ["gap"]).joined(separator: ", "))")
        if let target = session.manifest.target {
            let approaches = target.approaches.map(\.rawValue).joined(separator: ", ")
            lines.append("target model: \(approaches)")
            if let students = StudentBuilding(session, materials, target) {
                lines += students.planLines
                for plan in target.approaches.map(students.plan) {
                    total += Double(AuditAttacks.onTarget.count) * cost.coreSeconds(plan)
                }
            }
        }
        lines += Power(materials.members.count, materials.nonMembers.count, confidence: confidence).lines
        for skip in skips { lines.append("left out: \(skip.id): \(skip.reason)") }
        lines.append("policy: \(policy)")
        lines.append(
            "estimate: about \(Self.time(total / Double(session.threads))) on \(session.threads) threads for the shadow "
                + "models; attacks and controls come on top"
        )
        self.lines = lines
        coreSeconds = total
    }

    private static func time(_ seconds: Double) -> String {
        seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
    }
}
