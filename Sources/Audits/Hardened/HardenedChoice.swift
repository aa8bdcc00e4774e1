import AuditCore
import Countermeasures
import Diagnostics

/// Which of the countermeasures that are tried is written.
public struct HardenedChoice: Sendable {
    /// The countermeasure asked for; nil for the cheapest that passes.
    private let settings: CountermeasureSettings?

    /// Understands what was asked for, before anything is trained.
    ///
    /// - Parameters:
    ///   - name: the id of a trial, such as `quantisation(bits 4)`, or of a countermeasure that is tried once; nil for the
    ///     cheapest that passes.
    ///   - asked: what is tried.
    /// - Throws: `HardenedError.unknownChoice` naming the nearest, `.ambiguousChoice`, `.changesNoFile`.
    public init(_ name: String?, among asked: [CountermeasureSettings]) throws(HardenedError) {
        guard let name else {
            settings = nil
            return
        }
        let found = asked.filter { $0.text == name || $0.id == name }
        guard let first = found.first(where: { $0.text == name }) ?? found.first else {
            throw HardenedError(
                .unknownChoice,
                "no countermeasure that is tried is called '\(name)'",
                remedy: NearestName.hint(name, among: asked.map(\.text))
            )
        }
        guard found.count == 1 || first.text == name else {
            throw HardenedError(
                .ambiguousChoice,
                "'\(name)' is tried \(found.count) times",
                remedy: "Name one of them: \(found.map(\.text).joined(separator: ", "))."
            )
        }
        let kind = CountermeasureCatalog.named(first.id)?.descriptor.kind
        guard kind == .training || kind == .layers else {
            throw HardenedError(
                .changesNoFile,
                "'\(first.text)' changes what a service answers; layers and model stay as they are",
                remedy:
                    "Choose a countermeasure of training or of layers; `layeraudit list countermeasures` says which."
            )
        }
        settings = first
    }

    /// The model that is written: the one asked for, or the cheapest of those that pass the policy, as the advice counts.
    ///
    /// - Throws: `HardenedError.notMeasured`, `.nonePasses`, or why a model could not be written.
    public func model(of hardening: Hardening) throws -> HardenedModel {
        guard let settings else { return try Self.cheapest(hardening) }
        let trial = hardening.trials.first { $0.id == settings.text }
        guard let trial, trial.outcome == .measured else {
            throw HardenedError(
                .notMeasured,
                "there is no model with '\(settings.text)'",
                cause: trial?.reason?.text,
                remedy: "Choose another countermeasure, or other numbers for this one."
            )
        }
        if let refusal = hardening.refusals[trial.id] { throw refusal }
        guard let model = hardening.models.first(where: { $0.id == trial.id }) else {
            throw HardenedError(
                .notMeasured,
                "the model with '\(settings.text)' was not kept",
                remedy: "Run it again."
            )
        }
        return model
    }

    private static func cheapest(_ hardening: Hardening) throws(HardenedError) -> HardenedModel {
        let trials = hardening.models.compactMap { hardening.trial($0) }.filter { $0.outcome == .measured }
        let ids = Set(trials.map(\.id))
        let best = TrialComparison(hardening.trials).measured.filter { $0.passes && ids.contains($0.trial.id) }
            .min { $0.isCheaper(than: $1) }
        if let best, let model = hardening.models.first(where: { $0.id == best.trial.id }) { return model }
        let verdicts = Set(trials.compactMap(\.verdict))
        let verdict = [Verdict.inconclusive, .fail].first(where: verdicts.contains) ?? .incomplete
        let word =
            verdict == .inconclusive ? "on some it is inconclusive" : "it fails them, or they could not be judged"
        throw HardenedError(
            .nonePasses,
            "no hardened model passes the policy: \(word); nothing was written",
            at: .option("--export"),
            remedy: "Try others (`countermeasures` in the manifest), or write one all the same with --choose ID: "
                + trials.map(\.id).joined(separator: ", ") + ".",
            exitCode: verdict.exitCode
        )
    }
}
