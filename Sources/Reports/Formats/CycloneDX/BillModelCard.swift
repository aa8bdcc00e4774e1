import AuditCore

/// The model card: what the model is, what was measured on it, and what to bear in mind.
struct BillModelCard {
    let record: AuditRecord

    var value: JSONValue {
        .members([
            "modelParameters": .members([
                "task": .string("classification"), "modelArchitecture": .string(record.model.format),
                "inputs": .array([.members(["format": .string(record.model.inputShape)])]),
                "outputs": .array([.members(["format": .string("\(record.model.classes) classes")])]),
            ]),
            "quantitativeAnalysis": .members(["performanceMetrics": .array(accuracies + metrics)]),
            "considerations": .members([
                "technicalLimitations": .strings(limitations), "ethicalConsiderations": .array(risks),
            ]),
        ])
    }

    private var accuracies: [JSONValue] {
        [("members", record.model.memberAccuracy), ("nonMembers", record.model.nonMemberAccuracy)].compactMap {
            set,
            value in
            NumberText.of(Optional(value)).map {
                .members(["type": .string("classification-accuracy"), "value": .string($0), "slice": .string(set)])
            }
        }
    }

    private var metrics: [JSONValue] {
        record.measurements.compactMap { measurement in
            guard let value = NumberText.of(measurement.value) else { return nil }
            let slice = [
                "attack=\(measurement.attack)", "approach=\(measurement.approach.rawValue)",
                "shadowSize=\(measurement.shadowSize)",
            ]
            return .members([
                "type": .string(measurement.statistic.rawValue), "value": .string(value),
                "slice": .string(slice.joined(separator: ", ")),
                "confidenceInterval": measurement.interval.map { interval in
                    .members([
                        "lowerBound": .text(NumberText.of(Optional(interval.low))),
                        "upperBound": .text(NumberText.of(Optional(interval.high))),
                    ])
                },
            ])
        }
    }

    private var limitations: [String] {
        let kinds = record.coverage.filter { !$0.ran }.map(\.kind.text)
        let untested = kinds.isEmpty ? [] : ["Kinds of attack that were not run: \(kinds.joined(separator: ", "))."]
        return ["Testing is evidence against the attacks tested, and no others."] + untested
            + record.skips.map { "Not run: \($0.id). \($0.reason)" }
    }

    private var risks: [JSONValue] {
        record.findings.map { finding in
            .members([
                "name": .string("\(finding.title) (\(finding.severity.rawValue)). \(finding.evidence)"),
                "mitigationStrategy": .said(finding.remedy),
            ])
        }
    }
}
