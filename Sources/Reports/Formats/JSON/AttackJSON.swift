import AuditCore

/// The attacks, what became of them, and what they cost.
enum AttackJSON {
    static func attack(_ attack: AttackDescriptor) -> JSONValue {
        .members([
            "id": .string(attack.id), "title": .string(attack.title), "sentence": .string(attack.sentence),
            "reference": .string(attack.reference), "score": .string(attack.score),
            "smallestSample": .integer(attack.smallestSample), "control": .truth(attack.isControl),
            "access": .list(attack.access) { need($0.rawValue, $0.sentence) },
            "knowledge": .list(attack.knowledge) { need($0.rawValue, $0.sentence) },
            "runsUnder": .strings(attack.approaches.map(\.rawValue)),
            "defaults": .list(attack.defaults) { parameter in
                .members(["name": .string(parameter.name), "value": .string(parameter.value)])
            },
        ])
    }

    private static func need(_ id: String, _ sentence: String) -> JSONValue {
        .members(["id": .string(id), "sentence": .string(sentence)])
    }

    static func outcome(_ outcome: AttackOutcome) -> JSONValue {
        RecordJSON.combination(outcome.attack, outcome.approach, outcome.shadowSize).adding([
            "state": .string(outcome.state.rawValue), "shadowAUC": .figure(outcome.shadowAUC),
            "sentence": .string(outcome.sentence),
        ])
    }

    static func cost(_ cost: AttackCost) -> JSONValue {
        .members([
            "attack": .string(cost.attack), "approach": .string(cost.approach.rawValue),
            "queries": .integer(cost.queries), "shadowRecords": .integer(cost.shadowRecords),
            "coreSeconds": .figure(cost.coreSeconds),
        ])
    }
}
