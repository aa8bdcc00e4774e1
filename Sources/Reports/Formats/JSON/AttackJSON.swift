import AuditCore

/// The attacks, what became of them, and what they cost.
enum AttackJSON {
    static func attack(_ attack: AttackDescriptor) -> JSONValue {
        let access = JSONValue.list(attack.access) { need($0.rawValue, $0.sentence.text) }
        let knowledge = JSONValue.list(attack.knowledge) { need($0.rawValue, $0.sentence.text) }
        let defaults = JSONValue.list(attack.defaults) { parameter in
            .members(["name": .string(parameter.name), "value": .said(parameter.value)])
        }
        return .members([
            "id": .string(attack.id), "title": .said(attack.title), "sentence": .said(attack.sentence),
            "reference": .said(attack.reference), "score": .said(attack.score),
            "smallestSample": .integer(attack.smallestSample), "control": .truth(attack.isControl),
            "population": .string(attack.population.rawValue),
            "access": access, "knowledge": knowledge, "runsUnder": .strings(attack.approaches.map(\.rawValue)),
            "defaults": defaults,
        ])
    }

    private static func need(_ id: String, _ sentence: String) -> JSONValue {
        .members(["id": .string(id), "sentence": .string(sentence)])
    }

    static func outcome(_ outcome: AttackOutcome) -> JSONValue {
        RecordJSON.combination(outcome.attack, outcome.approach, outcome.shadowSize).adding([
            "state": .string(outcome.state.rawValue), "shadowAUC": .figure(outcome.shadowAUC),
            "sentence": .said(outcome.sentence),
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
