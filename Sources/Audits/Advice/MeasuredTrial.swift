import AuditCore
import Statistics

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

    /// By how much it lowers the largest AUC; nil where the interval of the difference covers 0.
    ///
    /// The difference has the confidence of the stricter of the two intervals, which hold for having chosen the strongest of
    /// several attacks before and after. Both rest on the same records and go up and down together, so that it is wider
    /// than it need be.
    var clearFall: Double? {
        guard let before,
            let fall = IndependentDifference.test(
                .init(before),
                .init(leakage),
                confidence: max(before.interval.confidence, leakage.interval.confidence)
            ), fall.low > 0
        else { return nil }
        return fall.difference
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

extension IndependentDifference.Estimate {
    fileprivate init(_ leakage: TrialLeakage) {
        self.init(
            value: leakage.auc,
            low: leakage.interval.low,
            high: leakage.interval.high,
            confidence: leakage.interval.confidence
        )
    }
}
