import AuditCore
import Networks
import ShadowModels

/// What an audit would do and about how long it would take: `--dry-run`.
public struct AuditPlan: Sendable, CustomStringConvertible {
    /// The lines to print.
    public let lines: [String]
    /// Core-seconds the models and what is read off them are estimated to take.
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
        _ estimate: WorkEstimate,
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
        let work = estimate.workload(session.manifest, plans)
        let time = { TimeWords.text(estimate.coreSeconds($0) / Double(session.threads)) }
        for plan in plans {
            lines.append(
                "shadow models: \(plan.approach.rawValue): \(plan.models) × sizes \(plan.sizes) × \(plan.repeats) repeats; "
                    + "\(plan.recipe.words(for: source.trained(plan.approach))); about \(time(work.shadows[plan.approach] ?? 0))"
            )
            if let references = work.references[plan.approach] {
                lines.append("reference models: \(plan.approach.rawValue): about \(time(references))")
            }
        }
        if let baseline = plans.first(where: { $0.approach == .baseline }),
            let checkpoints = ObservationStage.checkpoints(session.manifest, epochs: baseline.recipe.epochs)
        {
            lines.append(
                "checkpoints: \(materials.checkpoints.count), held against shadow models after epochs \(checkpoints.epochs)"
            )
        }
        for kind in Observation.allCases {
            guard let steps = work.observations[kind] else { continue }
            lines.append("read off models: \(kind.rawValue): about \(time(steps))")
        }
        lines.append("attacks: \((session.manifest.adversary.attacks + ["gap"]).joined(separator: ", "))")
        if let target = session.manifest.target {
            let approaches = target.approaches.map(\.rawValue).joined(separator: ", ")
            lines.append("target model: \(approaches); about \(time(work.targets))")
            if let students = StudentBuilding(session, materials, target) { lines += students.planLines }
        }
        if work.worlds > 0, let draws = AttributeQuestion.worlds(session.manifest, materials) {
            lines.append(
                "shadow worlds: \(draws.worlds.count) × size \(draws.size), asked about \(draws.probes.count) records; about "
                    + time(work.worlds)
            )
        }
        if !session.manifest.countermeasures.isEmpty {
            let tried = session.manifest.countermeasures.map(\.text).joined(separator: ", ")
            lines.append("countermeasures: \(tried); each is audited as the model is, which the estimate lacks")
        }
        if let depth = session.manifest.depth {
            let cuts = try DepthCut.all(of: source, depth, session.manifest).map(\.name).joined(separator: ", ")
            lines.append("depth curve: \(cuts); each is trained and attacked, which the estimate lacks")
        }
        lines += Power(materials.members.count, materials.nonMembers.count, confidence: confidence).lines
        for skip in skips { lines.append("left out: \(skip.id): \(skip.reason)") }
        lines.append("policy: \(policy)")
        lines.append(
            "estimate: about \(time(work.total)) on \(session.threads) threads; what attacks learn and the controls come on "
                + "top"
        )
        self.lines = lines
        coreSeconds = estimate.coreSeconds(work.total)
    }
}
