import Accounting
import AuditCore
import Countermeasures
import Diagnostics
import Policies
import ShadowModels
import Tensors

/// The audit of one model of the laboratory.
struct TrialAudit: Sendable {
    private let variant: Variant
    private let seed: Seed
    /// What was measured; nil where the audit broke off.
    private let measured: (assessment: Assessment, gathered: Gathered)?
    private let reason: Phrase?

    private static let confidence = 0.95

    /// The checks of the data, which hold for every model.
    var checks: [ValidityCheck]? { measured?.gathered.checks.filter { $0.id != "source-accuracy" } }

    /// Whether the audit found leakage that a countermeasure could remove.
    var isLeaking: Bool { measured?.assessment.judgement.gates.contains(where: \.isLeak) ?? false }

    /// The model as it is, which has been audited.
    init(original: Variant, _ gathered: Gathered, _ assessment: Assessment, seed: Seed) {
        self.init(variant: original, (assessment, gathered), seed)
    }

    /// An audit to its end; a model that learned nothing has a reason not to be one.
    private init(variant: Variant, _ measured: (assessment: Assessment, gathered: Gathered), _ seed: Seed) {
        let accuracy = measured.gathered.checks.first { $0.id == "source-accuracy" }
        self.variant = variant
        self.seed = seed
        self.measured = measured
        reason = accuracy.flatMap { check in
            check.result == .fail
                ? Phrase(key: "trial.learned-nothing", arguments: check.sentence.arguments) : nil
        }
    }

    /// An audit that broke off.
    private init(variant: Variant, brokenOff reason: Phrase, _ seed: Seed) {
        self.variant = variant
        self.seed = seed
        measured = nil
        self.reason = reason
    }

    /// Audits a model; what only this model suffers from becomes the trial's reason.
    ///
    /// - Throws: `NetworkError.cancelled`.
    static func run(
        _ variant: Variant,
        _ session: Session,
        _ materials: Materials,
        _ policy: Policy,
        checks: [ValidityCheck]?
    ) throws -> TrialAudit {
        var session = session
        session.manifest.adversary = variant.adversary
        session.part = title(variant.kind, variant.settings).text
        var materials = materials
        materials.source = variant.source
        if variant.isTrained {
            session.manifest.source?.checkpoints = []
            materials.checkpoints = []
        }
        do {
            let gathered = try AuditOfModel.gather(session, materials, known: checks)
            let assessment = Assessment.of(gathered, policy, session)
            return TrialAudit(variant: variant, (assessment, gathered), session.seed)
        } catch let error as any DiagnosticError where variant.kind == .countermeasure {
            try session.cancellation.check()
            return TrialAudit(variant: variant, brokenOff: Phrase(verbatim: error.summary), session.seed)
        }
    }

    /// What a row is called.
    static func title(_ kind: CountermeasureTrial.Kind, _ settings: CountermeasureSettings?) -> Phrase {
        guard let settings, let measure = CountermeasureCatalog.named(settings.id) else {
            return Phrase(key: "trial.\(kind.rawValue)")
        }
        return measure.descriptor.title
    }

    /// The row of a model that could not be made.
    static func unmade(
        _ settings: CountermeasureSettings?,
        _ outcome: CountermeasureTrial.Outcome,
        _ reason: Phrase
    ) -> CountermeasureTrial {
        let kind: CountermeasureTrial.Kind = settings == nil ? .retrained : .countermeasure
        return CountermeasureTrial(
            id: settings?.text ?? kind.rawValue,
            kind: kind,
            countermeasure: settings?.id ?? "",
            title: title(kind, settings),
            settings: settings?.trialSettings ?? [],
            outcome: outcome,
            reason: reason
        )
    }

    /// The row of the model.
    ///
    /// - Parameter reference: the same model without the countermeasure.
    func trial(comparedWith reference: TrialAudit?) -> CountermeasureTrial {
        let isMeasured = reason == nil && measured != nil
        return CountermeasureTrial(
            id: variant.settings?.text ?? variant.kind.rawValue,
            kind: variant.kind,
            countermeasure: variant.settings?.id ?? "",
            title: Self.title(variant.kind, variant.settings),
            settings: variant.settings?.trialSettings ?? [],
            outcome: isMeasured ? .measured : .failed,
            reason: reason,
            leakage: isMeasured ? leakage : [],
            utilities: utilities(comparedWith: reference),
            epsilonLowerBound: isMeasured ? epsilonLowerBound : nil,
            privacy: privacy,
            verdict: isMeasured ? measured?.assessment.judgement.verdict : nil,
            recordsToDecide: isMeasured ? recordsToDecide : nil,
            coreSeconds: variant.coreSeconds
        )
    }

    /// The attack with the largest AUC, of all and of those that need only layers or only answers.
    private var leakage: [TrialLeakage] {
        guard let measured else { return [] }
        let descriptors = Dictionary(uniqueKeysWithValues: measured.assessment.ran.map { ($0.id, $0) })
        let groups = measured.gathered.books.filter { $0.population == .source }.flatMap { book in
            book.groups.map { MeasuredGroup($0, in: book) }
        }
        let strongest = StrongestAttack(groups: groups, seed: seed)
        return TrialLeakage.Adversary.allCases.compactMap { adversary in
            strongest.leakage(adversary) { group in
                descriptors[group.attack].map { Self.has($0, group.approach, adversary) } ?? false
            }
        }
    }

    /// Whether an adversary can mount an attack.
    private static func has(
        _ attack: AttackDescriptor,
        _ approach: Approach,
        _ adversary: TrialLeakage.Adversary
    ) -> Bool {
        guard !attack.isControl else { return false }
        let asksService = attack.access.contains { [.sourceLabels, .sourceScores].contains($0) }
        return switch adversary {
        case .any: true
        case .layersAlone: !asksService && !attack.access.contains(.targetScores)
        // Shadow models of `baseline` do without the layers, whatever else the attack can use.
        case .answersAlone: asksService && approach == .baseline
        }
    }

    /// The largest lower bound of ε over all attacks.
    private var epsilonLowerBound: Double? {
        measured?.assessment.measurements.filter { $0.statistic == .epsilonLowerBound && $0.population == .source }
            .compactMap(\.value).max()
    }

    /// Enough for every gate that is inconclusive for want of records; nil where one needs something else.
    private var recordsToDecide: Int? {
        let judgement = measured?.assessment.judgement
        guard judgement?.verdict == .inconclusive else { return nil }
        let needs = (judgement?.gates ?? []).filter { $0.outcome == .inconclusive && !$0.isWaived }.map(
            \.recordsToDecide
        )
        return needs.contains(nil) ? nil : needs.compactMap(\.self).max()
    }

    private var privacy: TrialPrivacy? {
        variant.privacy.map { statement in
            TrialPrivacy(
                unit: variant.settings?["persons"] == 1 ? .person : .record,
                rdp: statement.rdp.epsilon,
                pld: statement.pld,
                delta: statement.delta,
                noise: statement.mechanism.noise,
                clip: variant.settings?["clip"] ?? 0,
                records: statement.mechanism.records,
                batch: statement.mechanism.batch,
                steps: statement.mechanism.steps
            )
        }
    }

    /// What is asked of the model for its usefulness, by whom.
    private var answers: [(measure: TrialUtility.Measure, approach: Approach, answers: Answers)] {
        guard let gathered = measured?.gathered, let all = gathered.book.source else { return [] }
        let others = all.picking(Array(gathered.book.members..<all.count))
        return [(.source, .none, others)]
            + Approach.allCases.compactMap { approach in
                gathered.recipients[approach].map { (.recipient, approach, $0) }
            }
    }

    private func utilities(comparedWith reference: TrialAudit?) -> [TrialUtility] {
        answers.compactMap { measure, approach, answers in
            let other = reference?.answers.first { $0.measure == measure && $0.approach == approach }?.answers
            return TrialUtility(measure, approach, answers, comparedWith: other, confidence: Self.confidence)
        }
    }
}
