import Statistics

extension ClassMeasurement {
    /// The statistics for which a class's figure and interval follow exactly from what is recorded of it.
    public static let figures: [Statistic] = [.accuracy, .precision, .recall, .tpr, .fpr, .advantage]

    /// A figure of this class with its interval (Clopper–Pearson at the mean counts over repeats; MOVER for the
    /// advantage).
    ///
    /// - Parameters:
    ///   - statistic: the figure; on one class `recall` and `tpr` are the same.
    ///   - confidence: the level at which all intervals hold together, in (0, 1).
    ///   - classes: how many classes the level is shared by (Bonferroni); 1 where the class was named beforehand.
    /// - Returns: the figure, without value where the class lacks the records for it; nil for a statistic that is not
    ///   among `figures`.
    public func measurement(of statistic: Statistic, confidence: Double, classes: Int = 1) -> Measurement? {
        guard Self.figures.contains(statistic) else { return nil }
        let each = 1 - (1 - confidence) / Double(max(1, classes))
        let figure = figure(statistic, confidence: each)
        let method = Phrase(key: statistic == .advantage ? "method.class-advantage" : "method.class-proportion")
        let shared = Phrase(key: "method.shared", ["method": .phrase(method), "count": .whole(classes)])
        return Measurement(
            attack: attack,
            approach: approach,
            shadowSize: shadowSize,
            statistic: statistic,
            value: figure?.value,
            interval: figure.map { Interval(low: $0.low, high: $0.high, confidence: confidence) },
            method: classes > 1 ? shared : method,
            members: members,
            nonMembers: nonMembers,
            note: figure == nil ? Phrase(key: "note.class-too-small") : nil,
            group: RecordGroup(kind: .class, name: className)
        )
    }

    /// Members called members, on average over repeats; nil where the class has no members.
    private var hits: Double? {
        recall.map { min(Double(members), max(0, $0 * Double(members))) }
    }

    /// Non-members called members, on average over repeats; nil where the class lacks either kind.
    private var alarms: Double? {
        guard nonMembers > 0, let hits, accuracy.isFinite else { return nil }
        let right = accuracy * (Double(members) + Double(nonMembers)) - hits
        return min(Double(nonMembers), max(0, Double(nonMembers) - right))
    }

    private func figure(_ statistic: Statistic, confidence: Double) -> (value: Double, low: Double, high: Double)? {
        switch statistic {
        case .accuracy:
            let records = Double(members) + Double(nonMembers)
            guard accuracy.isFinite, records > 0 else { return nil }
            return proportion(min(records, max(0, accuracy * records)), records, confidence)
        case .recall, .tpr: return hits.flatMap { proportion($0, Double(members), confidence) }
        case .fpr: return alarms.flatMap { proportion($0, Double(nonMembers), confidence) }
        case .precision:
            guard let hits, let alarms, hits + alarms > 0 else { return nil }
            return proportion(hits, hits + alarms, confidence)
        case .advantage:
            guard let hits, let alarms, members > 0,
                let found = DifferenceOfProportions.interval(
                    first: (hits, Double(members)),
                    second: (alarms, Double(nonMembers)),
                    confidence: confidence
                )
            else { return nil }
            return (found.difference, found.low, found.high)
        default: return nil
        }
    }

    private func proportion(_ successes: Double, _ trials: Double, _ confidence: Double) -> (Double, Double, Double)? {
        guard trials > 0,
            let ends = ClopperPearson.interval(successes: successes, trials: trials, confidence: confidence)
        else { return nil }
        return (successes / trials, ends.low, ends.high)
    }
}
