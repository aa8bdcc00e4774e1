import AuditCore

/// What trials of countermeasures show at a glance.
enum TrialFigures {
    static func all(_ trials: [CountermeasureTrial]) -> [Figure] {
        [ParetoFigure.of(TrialComparison(trials)), EpsilonFigure.of(trials)].compactMap(\.self)
    }
}
