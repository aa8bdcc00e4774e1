import AuditCore
import Diagnostics
import Policies
import ShadowModels

/// The time an audit may take, and what it does without to stay within it.
///
/// Repeats go first, then half of the shadow models (again and again, down to the fewest that single records can be held
/// against), then the dearest attacks that the policy does not require, then small shadow models, then whole approaches.
/// What would save next to nothing stays as long as anything else can go.
struct Budget: Sendable {
    /// By the clock, in seconds.
    let seconds: Double

    /// Left for what is not estimated: the attacks' own learning, the controls, the report.
    private static let reserve = 0.2
    /// Less than this share of all work is next to nothing.
    private static let worthwhile = 0.05

    /// What remains of a manifest, and what was left out.
    struct Fitted {
        /// What is done.
        var manifest: AuditManifest
        /// What is not, each with its reason.
        var skips: [Skip]
    }

    /// Fits a manifest into the budget.
    ///
    /// - Parameters:
    ///   - manifest: what is asked for.
    ///   - required: attacks that the policy does not judge without; they stay.
    ///   - work: how much work a manifest is, in training steps.
    ///   - secondsPerStep: by the clock, with all threads.
    /// - Throws: `AuditError.budgetTooSmall` where nothing more can be left out.
    func fit(
        _ manifest: AuditManifest,
        required: [AttackReference],
        secondsPerStep: Double,
        work: (AuditManifest) throws -> Workload
    ) throws -> Fitted {
        let allowed = seconds * (1 - Self.reserve)
        var fitted = manifest
        while true {
            let load = try work(fitted)
            let needed = load.total * secondsPerStep
            if needed <= allowed { break }
            guard let next = try cheaper(fitted, load, required: required, work) else {
                let least = TimeWords.text(needed / (1 - Self.reserve))
                throw AuditError(
                    .budgetTooSmall,
                    "the audit does not fit into \(TimeWords.text(seconds)): with nothing left to leave out it takes about "
                        + least,
                    at: .option("--budget"),
                    remedy: "Give it at least \(least), or fewer records or epochs in the manifest."
                )
            }
            fitted = next
        }
        return Fitted(manifest: fitted, skips: skips(manifest, fitted))
    }

    /// The manifest with one thing less; nil where there is nothing more to leave out.
    private func cheaper(
        _ manifest: AuditManifest,
        _ load: Workload,
        required: [AttackReference],
        _ work: (AuditManifest) throws -> Workload
    ) throws -> AuditManifest? {
        var most: (saving: Double, manifest: AuditManifest)?
        for economy in Economy.all(manifest, load, required: required) {
            let next = economy.applied(to: manifest)
            let lighter = try work(next)
            guard Self.keepsReferences(lighter, of: load, required: required) else { continue }
            let saving = load.total - lighter.total
            if saving >= Self.worthwhile * load.total { return next }
            if saving > most?.saving ?? 0 { most = (saving, next) }
        }
        return most?.manifest
    }

    /// Whether the online attacks that the policy requires keep shadow models that know audited records.
    private static func keepsReferences(_ lighter: Workload, of load: Workload, required: [AttackReference]) -> Bool {
        let online = Set(AuditAttacks.descriptors.filter { $0.knowledge.contains(.queriedRecords) }.map(\.id))
        return required.filter { online.contains($0.attack) }.allSatisfy { attack in
            guard let approach = attack.approach else { return load.references.isEmpty || !lighter.references.isEmpty }
            return load.references[approach] == nil || lighter.references[approach] != nil
        }
    }

    private func skips(_ asked: AuditManifest, _ fitted: AuditManifest) -> [Skip] {
        let budget = Phrase.Value.words(TimeWords.text(seconds))
        let remedy = Phrase(key: "skip.budget-remedy")
        let kept = Set(fitted.adversary.attacks)
        let attacks = asked.adversary.attacks.filter { !kept.contains($0) }.map { id in
            Skip(id: id, reason: Phrase(key: "skip.budget-attack", ["budget": budget]), remedy: remedy)
        }
        let approaches = asked.adversary.approaches.compactMap { approach -> Skip? in
            guard let before = asked.adversary.shadows[approach] else { return nil }
            guard fitted.adversary.approaches.contains(approach), let after = fitted.adversary.shadows[approach] else {
                return Skip(
                    id: "budget-\(approach.rawValue)",
                    reason: Phrase(
                        key: "skip.budget-approach",
                        ["approach": .words(approach.rawValue), "budget": budget]
                    ),
                    remedy: remedy
                )
            }
            let changes = Self.changes(before, after)
            guard !changes.isEmpty else { return nil }
            return Skip(
                id: "budget-\(approach.rawValue)",
                reason: Phrase(
                    key: "skip.budget-less",
                    ["approach": .words(approach.rawValue), "changes": .list(changes, .comma), "budget": budget]
                ),
                remedy: remedy
            )
        }
        return approaches + attacks
    }

    private static func changes(_ before: ShadowSettings, _ after: ShadowSettings) -> [Phrase] {
        func sizes(_ settings: ShadowSettings) -> Phrase.Value { .names(settings.sizes.map(String.init)) }
        let parts: [(key: String, all: Phrase.Value, left: Phrase.Value)] = [
            ("skip.budget-models", .whole(before.models), .whole(after.models)),
            ("skip.budget-repeats", .whole(before.repeats), .whole(after.repeats)),
            ("skip.budget-sizes", sizes(before), sizes(after)),
        ]
        return parts.filter { $0.all != $0.left }.map {
            Phrase(key: $0.key, ["left": $0.left, "all": $0.all])
        }
    }
}
