import AuditCore

/// A trial that was measured, with what it is compared with.
struct MeasuredTrial {
    /// Its row in tables and figures, from 1.
    let row: Int
    /// The trial.
    let trial: CountermeasureTrial
    /// The strongest attack on it.
    let leakage: TrialLeakage
    /// The accuracy that counts.
    let utility: TrialUtility
    /// The strongest attack on the same model without the countermeasure; nil for models without one.
    let before: TrialLeakage?

    /// Whether it is a change to the model that leaks.
    var isChange: Bool { trial.kind == .countermeasure }

    var passes: Bool { isChange && trial.verdict == .pass }

    /// The accuracy it costs; 0 where the interval of the paired difference covers 0.
    var loss: Double {
        guard let difference = utility.difference, let interval = utility.differenceInterval,
            interval.low > 0 || interval.high < 0
        else { return 0 }
        return -difference
    }

    /// By how much it lowers the largest AUC; nil where the two intervals overlap.
    var clearFall: Double? {
        guard let before, leakage.interval.high < before.interval.low else { return nil }
        return before.auc - leakage.auc
    }

    /// Whether it is cheaper than another: by accuracy, then by what making it takes.
    func isCheaper(than other: MeasuredTrial) -> Bool {
        (loss, trial.coreSeconds, row) < (other.loss, other.trial.coreSeconds, other.row)
    }

    /// Whether it is nearer to passing than another that does not pass either.
    func isNearer(than other: MeasuredTrial) -> Bool {
        (distance, leakage.auc, loss, row) < (other.distance, other.leakage.auc, other.loss, other.row)
    }

    /// Steps from a verdict that passes.
    private var distance: Int {
        switch trial.verdict {
        case .pass: 0
        case .inconclusive: 1
        case .incomplete: 2
        case .fail, nil: 3
        }
    }
}
