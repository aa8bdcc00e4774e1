import AuditCore

/// What countermeasures did when they were tried.
enum TrialJSON {
    static func trial(_ trial: CountermeasureTrial) -> JSONValue {
        .members([
            "id": .string(trial.id), "kind": .string(trial.kind.rawValue),
            "countermeasure": .text(trial.countermeasure.isEmpty ? nil : trial.countermeasure),
            "title": .said(trial.title), "outcome": .string(trial.outcome.rawValue),
            "reason": trial.reason.map { .said($0) }, "verdict": .text(trial.verdict?.rawValue),
            "recordsToDecide": .count(trial.recordsToDecide), "front": .truth(trial.isOnFront),
            "epsilonLowerBound": .figure(trial.epsilonLowerBound), "coreSeconds": .figure(trial.coreSeconds),
            "settings": .list(trial.settings) {
                .members(["name": .string($0.name), "value": .figure($0.value)])
            },
            "leakage": .list(trial.leakage, leakage), "utilities": .list(trial.utilities, utility),
            "differentialPrivacy": trial.privacy.map(privacy),
        ])
    }

    static func advice(_ advice: TrialAdvice) -> JSONValue {
        .members([
            "conclusion": .string(advice.conclusion.rawValue), "trial": .text(advice.trial),
            "sentences": .list(advice.sentences) { .said($0) },
        ])
    }

    static func leakage(_ leakage: TrialLeakage) -> JSONValue {
        .members([
            "adversary": .string(leakage.adversary.rawValue), "attack": .string(leakage.attack),
            "approach": .string(leakage.approach.rawValue), "auc": .figure(leakage.auc),
            "attacks": .integer(leakage.attacks), "awayFromChance": .integer(leakage.awayFromChance),
        ]).adding(RecordJSON.interval(leakage.interval))
    }

    static func utility(_ utility: TrialUtility) -> JSONValue {
        .members([
            "measure": .string(utility.measure.rawValue), "approach": .string(utility.approach.rawValue),
            "accuracy": .figure(utility.accuracy), "records": .integer(utility.records),
            "difference": .figure(utility.difference),
            "differenceLow": .figure(utility.differenceInterval?.low),
            "differenceHigh": .figure(utility.differenceInterval?.high),
        ]).adding(RecordJSON.interval(utility.interval))
    }

    private static func privacy(_ privacy: TrialPrivacy) -> JSONValue {
        .members([
            "unit": .string(privacy.unit.rawValue),
            "rdp": .figure(privacy.rdp), "pld": .figure(privacy.pld), "delta": .figure(privacy.delta),
            "noise": .figure(privacy.noise), "clip": .figure(privacy.clip), "records": .integer(privacy.records),
            "batch": .integer(privacy.batch), "steps": .integer(privacy.steps),
        ])
    }
}
