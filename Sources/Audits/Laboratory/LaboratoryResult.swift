import AuditCore

/// What came of trying countermeasures.
public struct LaboratoryResult: Sendable, Hashable {
    /// The model as it is, the model trained again where training changes, then one trial per countermeasure.
    public let trials: [CountermeasureTrial]
    /// What they say to do.
    public let advice: TrialAdvice

    /// Holds trials against each other.
    ///
    /// - Parameter isLeaking: whether the audit of the model as it is found leakage.
    init(_ trials: [CountermeasureTrial], isLeaking: Bool) {
        let comparison = TrialComparison(trials)
        self.trials = comparison.marked
        advice = Advice(comparison, isLeaking: isLeaking).advice
    }
}
