import AuditCore
import XML

/// What countermeasures did when they were tried.
enum TrialPart {
    static func element(_ trials: [CountermeasureTrial], _ book: PhraseBook) -> XMLElement {
        XMLElement("trials", children: trials.map { .element(trial($0, book)) })
    }

    static func element(_ advice: TrialAdvice, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "advice",
            attributes: [("conclusion", advice.conclusion.rawValue), ("trial", advice.trial)],
            children: advice.sentences.map { .element(XMLElement("sentence", text: book.say($0))) }
        )
    }

    private static func trial(_ trial: CountermeasureTrial, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "trial",
            attributes: [
                ("id", trial.id), ("kind", trial.kind.rawValue),
                ("countermeasure", trial.countermeasure.isEmpty ? nil : trial.countermeasure),
                ("outcome", trial.outcome.rawValue), ("verdict", trial.verdict?.rawValue),
                ("recordsToDecide", NumberText.of(trial.recordsToDecide)), ("front", NumberText.of(trial.isOnFront)),
                ("epsilonLowerBound", NumberText.of(trial.epsilonLowerBound)),
                ("coreSeconds", NumberText.of(trial.coreSeconds)),
            ]
        )
        element.append(XMLElement("title", text: book.say(trial.title)))
        if let reason = trial.reason { element.append(XMLElement("reason", text: book.say(reason))) }
        for setting in trial.settings {
            let attributes: [(String, String?)] = [("name", setting.name), ("value", NumberText.of(setting.value))]
            element.append(XMLElement("setting", attributes: attributes))
        }
        for leakage in trial.leakage { element.append(strongest(leakage)) }
        for utility in trial.utilities { element.append(self.utility(utility)) }
        if let privacy = trial.privacy { element.append(bound(privacy)) }
        return element
    }

    static func strongest(_ leakage: TrialLeakage) -> XMLElement {
        XMLElement(
            "strongest",
            attributes: [
                ("adversary", leakage.adversary.rawValue), ("attack", leakage.attack),
                ("approach", leakage.approach.rawValue), ("auc", NumberText.of(leakage.auc)),
            ] + CommonAttributes.interval(leakage.interval) + [
                ("attacks", NumberText.of(leakage.attacks)),
                ("awayFromChance", NumberText.of(leakage.awayFromChance)),
            ]
        )
    }

    static func utility(_ utility: TrialUtility) -> XMLElement {
        XMLElement(
            "utility",
            attributes: [
                ("measure", utility.measure.rawValue), ("approach", utility.approach.rawValue),
                ("accuracy", NumberText.of(utility.accuracy)), ("records", NumberText.of(utility.records)),
            ] + CommonAttributes.interval(utility.interval) + [
                ("difference", NumberText.of(utility.difference)),
                ("differenceLow", NumberText.of(utility.differenceInterval?.low)),
                ("differenceHigh", NumberText.of(utility.differenceInterval?.high)),
            ]
        )
    }

    private static func bound(_ privacy: TrialPrivacy) -> XMLElement {
        XMLElement(
            "differentialPrivacy",
            attributes: [
                ("unit", privacy.unit.rawValue),
                ("rdp", NumberText.of(privacy.rdp)), ("pld", NumberText.of(privacy.pld)),
                ("delta", NumberText.of(privacy.delta)), ("noise", NumberText.of(privacy.noise)),
                ("clip", NumberText.of(privacy.clip)), ("records", NumberText.of(privacy.records)),
                ("batch", NumberText.of(privacy.batch)), ("steps", NumberText.of(privacy.steps)),
            ]
        )
    }
}
