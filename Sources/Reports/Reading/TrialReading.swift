import AuditCore

/// What countermeasures did when they were tried.
enum TrialReading {
    static func trials(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [CountermeasureTrial] {
        var result: [CountermeasureTrial] = []
        for node in root.list("trials", of: "trial") { result.append(try trial(node, phrases)) }
        return result
    }

    static func advice(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> TrialAdvice? {
        guard let node = root.children("advice").first else { return nil }
        return TrialAdvice(
            conclusion: try node.word("conclusion"),
            trial: node.optional("trial"),
            sentences: node.children("sentence").map { phrases($0.text) }
        )
    }

    private static func trial(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> CountermeasureTrial {
        var settings: [CountermeasureTrial.Setting] = []
        for setting in node.children("setting") {
            settings.append(.init(name: try setting.string("name"), value: try setting.number("value")))
        }
        var leakage: [TrialLeakage] = []
        for strongest in node.children("strongest") { leakage.append(try self.leakage(strongest)) }
        var utilities: [TrialUtility] = []
        for utility in node.children("utility") { utilities.append(try self.utility(utility)) }
        return CountermeasureTrial(
            id: try node.string("id"),
            kind: try node.word("kind"),
            countermeasure: node.optional("countermeasure") ?? "",
            title: phrases(node.text(of: "title")),
            settings: settings,
            outcome: try node.word("outcome"),
            reason: node.children("reason").first.map { phrases($0.text) },
            leakage: leakage,
            utilities: utilities,
            epsilonLowerBound: try node.optionalNumber("epsilonLowerBound"),
            privacy: try node.children("differentialPrivacy").first.map { (node) throws(ReportError) in
                try privacy(node)
            },
            verdict: node.optional("verdict") == nil ? nil : try node.word("verdict"),
            recordsToDecide: try node.optionalCount("recordsToDecide"),
            coreSeconds: try node.number("coreSeconds"),
            isOnFront: node.truth("front")
        )
    }

    static func leakage(_ node: RecordNode) throws(ReportError) -> TrialLeakage {
        let interval = try interval(node)
        return TrialLeakage(
            adversary: try node.word("adversary"),
            attack: try node.string("attack"),
            approach: try node.word("approach"),
            auc: try node.number("auc"),
            interval: interval,
            // Records from before intervals held for several attacks together have that of the strongest alone.
            attacks: try node.optionalCount("attacks") ?? 1,
            awayFromChance: try node.optionalCount("awayFromChance") ?? (interval.covers(0.5) ? 0 : 1)
        )
    }

    static func utility(_ node: RecordNode) throws(ReportError) -> TrialUtility {
        let interval = try interval(node)
        let low = try node.optionalNumber("differenceLow")
        let high = try node.optionalNumber("differenceHigh")
        let difference = low.flatMap { low in
            high.map { Interval(low: low, high: $0, confidence: interval.confidence) }
        }
        return TrialUtility(
            measure: try node.word("measure"),
            approach: try node.word("approach"),
            accuracy: try node.number("accuracy"),
            interval: interval,
            records: try node.count("records"),
            difference: try node.optionalNumber("difference"),
            differenceInterval: difference
        )
    }

    private static func privacy(_ node: RecordNode) throws(ReportError) -> TrialPrivacy {
        TrialPrivacy(
            // Records from before persons could be protected do not say.
            unit: node.optional("unit") == nil ? .record : try node.word("unit"),
            rdp: try node.number("rdp"),
            pld: try node.number("pld"),
            delta: try node.number("delta"),
            noise: try node.number("noise"),
            clip: try node.number("clip"),
            records: try node.count("records"),
            batch: try node.count("batch"),
            steps: try node.count("steps")
        )
    }

    private static func interval(_ node: RecordNode) throws(ReportError) -> Interval {
        guard let interval = try node.interval() else { throw node.missing("an interval") }
        return interval
    }
}
