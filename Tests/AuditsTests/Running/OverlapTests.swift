import AuditCore
import Audits
import Testing

/// Records that stand in two of the sets.
@Suite struct OverlapTests {
    /// The first `count` members stand in another set too.
    private func audit(_ role: String, count: Int = 3, _ edits: [String: String] = [:]) throws -> PlantedAudit {
        try PlantedAudit(edits) { data in
            let values = data.sets["members"]?.values.prefix(count * PlantedData.width) ?? []
            data.sets[role]?.values.replaceSubrange(0..<values.count, with: values)
        }
    }

    @Test(arguments: ["nonMembers", "shadowTrain", "shadowTest"])
    func isAnError(role: String) throws {
        let audit = try audit(role)
        let error = #expect(throws: AuditError.self) { try audit.run() }
        #expect(error?.code == .overlappingSets)
        guard case .file(_, let line?, _) = error?.location else {
            Issue.record("the place is \(String(describing: error?.location))")
            return
        }
        // A mapping begins with its first entry.
        #expect(line == audit.line("members:  "))
        #expect(audit.folder.contents("report") == [])
    }

    /// What the owner learns from has to be none of the members', nor the adversary's.
    @Test func referenceRecordsAreSetsOfTheirOwn() throws {
        let edits = PlantedAudit.smallest.merging([
            "data:\n": "data:\n  reference: {file: data.h5, x: /reference/x, y: /reference/y}\n"
        ]) { $1 }
        let error = #expect(throws: AuditError.self) { try audit("reference", edits).run() }
        #expect(error?.code == .overlappingSets)
        let sheets = try PlantedAudit(edits).run().record.data
        #expect(sheets.contains { $0.role == "reference" && $0.records == 200 })
    }

    @Test func isReportedWhereItIsAllowed() throws {
        var edits = PlantedAudit.smallest
        edits["data:\n"] = "data:\n  allowOverlap: true\n"
        let result = try audit("shadowTest", edits).run()
        let check = try #require(result.record.checks.first { $0.id == "disjoint-sets" })
        #expect(check.result == .fail)
        #expect(check.affectsGates)
        #expect(result.record.judgement.gates.allSatisfy { $0.outcome == .inconclusive })
        #expect(result.record.findings.contains { $0.id == "validity.disjoint-sets" })
    }

    @Test func theRecipientsRecordsMayBeAnyones() throws {
        let audit = try audit("targetTrain")
        #expect(throws: Never.self) {
            try Audit.plan(ManifestReader.read(path: audit.folder.path("audit.yaml")), options: audit.options())
        }
    }
}
