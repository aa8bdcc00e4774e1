import AuditCore
import Countermeasures

/// What became of making a model for the laboratory.
enum VariantResult: Sendable {
    /// There is a model to audit.
    case made(Variant)
    /// The countermeasure has nothing to change here, or training broke off.
    case unmade(CountermeasureSettings?, CountermeasureTrial.Outcome, Phrase)
}
