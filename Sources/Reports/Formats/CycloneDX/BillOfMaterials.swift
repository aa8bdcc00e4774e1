import AuditCore

/// The bill with the model as its subject.
struct BillOfMaterials {
    let record: AuditRecord
    /// SHA-256 of the record, in hexadecimal.
    let digest: String

    var value: JSONValue {
        let declarations = BillDeclarations(record: record, digest: digest)
        return .members([
            "$schema": .string("http://cyclonedx.org/schema/bom-1.6.schema.json"),
            "bomFormat": .string("CycloneDX"), "specVersion": .string("1.6"), "version": .integer(1),
            "serialNumber": .string("urn:uuid:\(Self.uuid(digest))"),
            "metadata": metadata, "components": .array(files + dataSets),
            "dependencies": .array([
                .members([
                    "ref": .string(BillReference.model),
                    "dependsOn": .strings((files + dataSets).indices.map { BillReference.component($0) }),
                ])
            ]),
            "definitions": declarations.definitions, "declarations": declarations.value,
        ])
    }

    /// A version 8 UUID (RFC 9562) made of the record's digest: one record, one bill.
    static func uuid(_ digest: String) -> String {
        let digits = Array(digest)
        guard digits.count >= 32 else { return "00000000-0000-8000-8000-000000000000" }
        return String(digits[0..<8]) + "-" + String(digits[8..<12]) + "-8" + String(digits[13..<16]) + "-8"
            + String(digits[17..<20]) + "-" + String(digits[20..<32])
    }

    private var metadata: JSONValue {
        let provenance = record.provenance
        let tool = JSONValue.members([
            "type": .string("application"), "bom-ref": .string(BillReference.tool), "name": .string("LayerAudit"),
            "version": .string(provenance.toolVersion),
        ])
        return .members([
            "timestamp": provenance.finished.isEmpty ? nil : .string(provenance.finished),
            "tools": .members(["components": .array([tool])]), "component": model,
        ])
    }

    private var model: JSONValue {
        let source = record.provenance.files.first { $0.role == "source model" }
        return .members([
            "type": .string("machine-learning-model"), "bom-ref": .string(BillReference.model),
            "name": .string(source?.name ?? record.model.name), "description": .string(record.title),
            "hashes": BillReference.hashes(source?.sha256),
            "modelCard": BillModelCard(record: record).value,
            "externalReferences": .array([
                .members([
                    "type": .string("risk-assessment"), "url": .string("report.xml"),
                    "comment": .string("Record of the audit; every other report format derives from it."),
                    "hashes": BillReference.hashes(digest),
                ])
            ]),
            "properties": .array(verdict),
        ])
    }

    private var verdict: [JSONValue] {
        let judgement = record.judgement
        return [
            BillReference.property("verdict", judgement.verdict.rawValue),
            BillReference.property("exitCode", "\(judgement.verdict.exitCode)"),
            BillReference.property("reason", judgement.sentence.text),
            BillReference.property("policy", judgement.policy.id),
            BillReference.property("cut", record.model.cut),
        ]
    }

    /// The other files the audit rests on.
    private var files: [JSONValue] {
        record.provenance.files.filter { $0.role != "source model" }.enumerated().map { index, file in
            let isModel = ["transferred layers", "target model", "source checkpoint"].contains(file.role)
            return .members([
                "type": .string(isModel ? "machine-learning-model" : "file"),
                "bom-ref": .string(BillReference.component(index)), "name": .string(file.name),
                "description": .string(file.role), "hashes": BillReference.hashes(file.sha256),
            ])
        }
    }

    /// The data sets; their digests are over the records' contents, not over a file.
    private var dataSets: [JSONValue] {
        let offset = record.provenance.files.filter { $0.role != "source model" }.count
        return record.data.enumerated().map { index, set in
            .members([
                "type": .string("data"), "bom-ref": .string(BillReference.component(offset + index)),
                "name": .string(set.source), "description": .string("\(set.role): \(set.records) records"),
                "hashes": BillReference.hashes(set.contentHash),
                "data": .array([
                    .members(["type": .string("dataset"), "name": .string(set.role)])
                ]),
            ])
        }
    }
}
