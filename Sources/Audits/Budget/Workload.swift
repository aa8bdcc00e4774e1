import AuditCore
import Networks
import ShadowModels

/// How much work the parts of an audit are, in training steps: one record once forward and back through the whole network.
///
/// The attacks' own learning and the controls are not in it.
struct Workload: Sendable, Equatable {
    /// Shadow models, trained and asked, by approach.
    var shadows: [Approach: Double] = [:]
    /// Reference models that know audited records, by approach.
    var references: [Approach: Double] = [:]
    /// What is read off models beyond answers, by kind.
    var observations: [Observation: Double] = [:]
    /// The target model, the shadow target models and the shadow students.
    var targets = 0.0
    /// Shadow worlds, and the target models on their layers.
    var worlds = 0.0
    /// The source model's own answers.
    var answers = 0.0

    /// All of it.
    var total: Double {
        shadows.values.reduce(0, +) + references.values.reduce(0, +) + observations.values.reduce(0, +) + targets
            + worlds + answers
    }

    /// How many records there are to work on.
    struct Records: Sendable, Equatable {
        /// Members and non-members.
        var audited: Int
        /// The adversary's.
        var shadow: Int
        /// The recipient's; 0 without one.
        var target: Int
        /// Per training set of the shadow students; 0 where the target's training set is not attacked.
        var student: Int
        /// Per shadow world; 0 where there are none.
        var world = 0
        /// To ask shadow worlds about.
        var probes = 0
    }

    /// A record forward only, in training steps.
    static let forward = 1.0 / 3
    /// A record asked for its label, among few others.
    private static let label = 0.4
    /// A step of a head over stored features.
    static let head = 0.005

    /// The work of what a manifest asks for.
    ///
    /// - Parameters:
    ///   - plans: its shadow models, as far as the data allow.
    ///   - records: how many there are.
    init(_ manifest: AuditManifest, plans: [ShadowPlan], records: Records) {
        let asked = AuditAttacks.asked(manifest)
        let isRecordwise = asked.contains { $0.calibration == .perRecord }
        let isOnline = asked.contains { $0.knowledge.contains(.queriedRecords) }
        for plan in plans {
            shadows[plan.approach] = Self.shadows(plan, records, isRecordwise: isRecordwise)
            guard isOnline, plan.hasOnlineReferences(audited: records.audited) else { continue }
            references[plan.approach] = Self.references(plan, records)
        }
        let observed = ObservationStage.models(of: plans)
        if observed >= ObservedModels.fewestModels {
            for kind in ObservationStage.asked(manifest) {
                observations[kind] = ObservationStage.steps(kind, manifest, models: observed, records)
            }
        }
        targets = Self.targets(manifest, plans, records)
        worlds = Self.worlds(manifest, records)
        answers = Self.forward * Double(records.audited + (isRecordwise ? records.shadow : 0))
    }

    static func shadows(_ plan: ShadowPlan, _ records: Records, isRecordwise: Bool) -> Double {
        let models = Double(plan.models * plan.repeats)
        let trained = plan.sizes.reduce(0) { $0 + Double($1) } * models
        guard plan.approach != .freezing else {
            return forward * Double(records.shadow + records.audited) + trained * Double(plan.recipe.epochs) * head
        }
        let asked = isRecordwise ? models * Double(records.audited + ReferenceJobs.population) : 0
        return trained * (Double(plan.recipe.epochs) + 2 * forward) + asked * forward
    }

    private static func references(_ plan: ShadowPlan, _ records: Records) -> Double {
        let trained = Double((plan.sizes.last ?? 0) * plan.models * plan.recipe.epochs)
        guard plan.approach != .freezing else { return trained * head }
        return trained + Double(plan.models) * Double(records.audited + ReferenceJobs.population) * forward
    }

    private static func targets(_ manifest: AuditManifest, _ plans: [ShadowPlan], _ records: Records) -> Double {
        guard let target = manifest.target else { return 0 }
        let donors = plans.first { $0.approach == .baseline }.map { $0.models * $0.repeats * $0.sizes.count } ?? 0
        return target.approaches.reduce(0) { sum, approach in
            let epochs = Double((target.training[approach] ?? TrainingRecipe()).epochs)
            let passes = approach == .freezing ? forward + epochs * head : epochs
            let students = Double((manifest.adversary.settings(approach)?.models ?? 1) * AuditAttacks.onTarget.count)
            return sum + passes * (Double(records.target * (donors + 1)) + students * Double(records.student))
                + forward * Double(records.audited)
        }
    }

    private static func worlds(_ manifest: AuditManifest, _ records: Records) -> Double {
        guard let target = manifest.target, records.world > 0, !AuditAttacks.attributes(manifest).isEmpty else {
            return 0
        }
        let probes = forward * Double(records.probes)
        let source = Double(records.world * manifest.adversary.worldTraining.epochs) + probes
        let each = target.approaches.reduce(source) { sum, approach in
            let epochs = Double((target.training[approach] ?? TrainingRecipe()).epochs)
            return sum + (approach == .freezing ? forward + epochs * head : epochs) * Double(records.target) + probes
        }
        return Double(2 * manifest.adversary.attribute.worlds) * each
    }

    /// The training of one source model.
    ///
    /// A step on every record's own gradient is about two plain ones; where other records take part, they are passed through
    /// the network, too.
    static func training(_ recipe: TrainingRecipe, records: Int) -> Double {
        let passes = recipe.privacy == nil && recipe.reference == nil ? 1.0 : 2
        return passes * Double(recipe.epochs * records)
    }

    /// What one record costs an observer.
    ///
    /// - Parameter labels: it asks for per record; nil where it sees the whole model.
    static func steps(labels: Int?) -> Double { labels.map { label * Double($0) } ?? 1 }
}
