import AuditCore
import Countermeasures

/// What became of making a model for the laboratory.
enum VariantResult: Sendable {
    /// There is a model to audit.
    case made(Variant)
    /// The countermeasure has nothing to change here, or training broke off.
    case unmade(CountermeasureSettings?, CountermeasureTrial.Outcome, Phrase)

    /// A countermeasure that could not be applied: not applicable where the model or the manifest lacks what it needs,
    /// failed where the engine did.
    static func unmade(_ settings: CountermeasureSettings?, _ error: CountermeasureError) -> VariantResult {
        .unmade(settings, error.code == .engine ? .failed : .notApplicable, Phrase(verbatim: error.summary))
    }
}
