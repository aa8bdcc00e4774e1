import AuditCore

/// The policy as a standard, its gates as requirements, and what the audit declares about each.
struct BillDeclarations {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String

    private var gates: [(offset: Int, element: GateResult)] { Array(record.judgement.gates.enumerated()) }

    var definitions: JSONValue {
        let policy = record.judgement.policy
        let requirements = gates.map { index, gate in
            let words = GateWords(gate: gate)
            return JSONValue.members([
                "bom-ref": .string(BillReference.requirement(index)), "identifier": .string(gate.gate),
                "title": .said(gate.title),
                "text": .string("\(gate.statistic.title) must be \(words.demand), at confidence \(words.level)."),
                "descriptions": .strings([gate.rationale.text, gate.legalBasis.text].filter { !$0.isEmpty }),
                "properties": .array(words.exact.map { BillReference.property($0.name, $0.value) }),
            ])
        }
        return .members([
            "standards": .array([
                .members([
                    "bom-ref": .string(BillReference.policy), "name": .said(policy.title),
                    "version": .string(policy.sha256), "description": .string("\(policy.purpose) \(policy.limits)"),
                    "requirements": .array(requirements),
                ])
            ])
        ])
    }

    var value: JSONValue {
        .members([
            "assessors": .array([
                .members([
                    "bom-ref": .string("assessor"), "thirdParty": .truth(false),
                    "organization": record.context.controller.map { .members(["name": .string($0)]) },
                ])
            ]),
            "claims": .array(gates.map(claim)), "evidence": .array([evidence]),
            "attestations": .array([
                .members([
                    "summary": .string("\(record.judgement.verdict.rawValue): \(record.judgement.sentence)"),
                    "assessor": .string("assessor"), "map": .array(gates.map(map)),
                ])
            ]),
        ])
    }

    private func claim(_ index: Int, _ gate: GateResult) -> JSONValue {
        let supports = gate.outcome == .pass
        return .members([
            "bom-ref": .string(BillReference.claim(index)), "target": .string(BillReference.model),
            "predicate": .string("\(gate.title): \(gate.statistic.title) is \(GateWords(gate: gate).demand)."),
            "reasoning": .string("\(GateWords(gate: gate).figures) \(gate.sentence)"),
            "evidence": supports ? .strings([BillReference.record]) : nil,
            "counterEvidence": gate.outcome == .fail ? .strings([BillReference.record]) : nil,
        ])
    }

    /// A waiver changes nothing about what was measured; it stands in the rationale.
    private func map(_ index: Int, _ gate: GateResult) -> JSONValue {
        let claim = JSONValue.strings([BillReference.claim(index)])
        let words = GateWords(gate: gate)
        let rationale = [words.result + ".", gate.sentence.text, words.waiver ?? ""].filter { !$0.isEmpty }
        return .members([
            "requirement": .string(BillReference.requirement(index)),
            "claims": gate.outcome == .pass ? claim : nil,
            "counterClaims": gate.outcome == .fail ? claim : nil,
            "conformance": .members([
                "score": gate.outcome == .inconclusive ? nil : .integer(gate.outcome == .pass ? 1 : 0),
                "rationale": .string(rationale.joined(separator: " ")),
            ]),
            "confidence": (0...1).contains(gate.confidence)
                ? .members([
                    "score": .number(gate.confidence), "rationale": .string("Confidence level of the interval."),
                ])
                : nil,
        ])
    }

    private var evidence: JSONValue {
        .members([
            "bom-ref": .string(BillReference.record), "propertyName": .string("layeraudit:record"),
            "description": .string("Record of the audit, report.xml, SHA-256 \(digest)."),
            "data": .array([
                .members(["name": .string("report.xml"), "contents": .members(["url": .string("report.xml")])])
            ]),
            "created": record.provenance.finished.isEmpty ? nil : .string(record.provenance.finished),
        ])
    }
}
