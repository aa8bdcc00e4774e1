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
        depth: DepthPlan?,
        policy: String,
        confidence: Double
    ) throws {
        let source = materials.source
        let cut = source.architecture.layers[source.architecture.nodes[source.cut].layer].name
        var lines = Self.heading(session, materials, cut: "cut after '\(cut)'")
        let work = estimate.workload(session.manifest, plans)
        let time = { TimeWords.text(estimate.coreSeconds($0) / Double(session.threads)) }
        for plan in plans {
            lines.append("\(Self.words(plan, source)); about \(time(work.shadows[plan.approach] ?? 0))")
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
        let trials = try VariantMaking(session: session, materials: materials)
            .plannedTrials(session.manifest.countermeasures)
        lines += trials.map { $0.line(audit: work.total, time: time) }
        let steps = trials.filter { $0.refusal == nil }.reduce(work.total + (depth?.work.total ?? 0)) {
            $0 + $1.training + work.total
        }
        if let depth { lines.append("depth curve: \(depth.names); about \(time(depth.work.total))") }
        lines += Power(materials.members.count, materials.nonMembers.count, confidence: confidence).lines
        for skip in skips { lines.append("left out: \(skip.id): \(skip.reason)") }
        lines.append("policy: \(policy)")
        lines.append(Self.estimate(time(steps), session))
        self.lines = lines
        coreSeconds = estimate.coreSeconds(steps)
    }

    /// A depth curve by itself.
    init(_ session: Session, _ materials: Materials, _ depth: DepthPlan, _ estimate: WorkEstimate, policy: String) {
        let time = { TimeWords.text(estimate.coreSeconds($0) / Double(session.threads)) }
        let cuts = depth.cuts.map { "\($0.name) (\($0.sharedParameters))" }.joined(separator: ", ")
        var lines = Self.heading(session, materials, cut: "cut after one layer after the other")
        lines.append("cuts, with the parameters each would share: \(cuts)")
        for plan in depth.plans {
            let place = plan.approach == .baseline ? "" : "at each of \(depth.cuts.count) cuts; "
            lines.append(
                "\(Self.words(plan, materials.source)); \(place)about \(time(depth.work.shadows[plan.approach] ?? 0))"
            )
        }
        lines.append("attacks: \((session.manifest.adversary.attacks + ["gap"]).joined(separator: ", "))")
        if depth.work.recipients > 0 { lines.append("target models: about \(time(depth.work.recipients))") }
        lines += ["policy: \(policy)", Self.estimate(time(depth.work.total), session)]
        self.init(lines: lines, coreSeconds: estimate.coreSeconds(depth.work.total))
    }

    private static func heading(_ session: Session, _ materials: Materials, cut: String) -> [String] {
        let architecture = materials.source.architecture
        return [
            session.manifest.title,
            "model: \(materials.model.name), \(architecture.parameterCount) parameters, "
                + "\(materials.source.classes) classes; \(cut)",
        ]
            + (materials.sets + materials.targetSets).map { set in
                "data: \(set.role): \(set.count) records (\(set.source))"
            }
    }

    private static func words(_ plan: ShadowPlan, _ source: SourceModel) -> String {
        "shadow models: \(plan.approach.rawValue): \(plan.models) × sizes \(plan.sizes) × \(plan.repeats) repeats; "
            + "\(plan.recipe.words(for: source.trained(plan.approach)))"
    }

    private static func estimate(_ time: String, _ session: Session) -> String {
        "estimate: about \(time) on \(session.threads) threads; what attacks learn and the controls come on top"
    }
}
