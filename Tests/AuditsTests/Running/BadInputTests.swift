import Audits
import Datasets
import Diagnostics
import Foundation
import Networks
import Testing

/// Bad input: a code and a place for each, and nothing half-written.
@Suite struct BadInputTests {
    private func failure<Failure: DiagnosticError>(
        _ type: Failure.Type,
        _ audit: PlantedAudit,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Failure? {
        let error = #expect(throws: type, sourceLocation: sourceLocation) { try audit.run() }
        #expect(error?.remedy.isEmpty == false, sourceLocation: sourceLocation)
        #expect(audit.folder.contents("report") == [], sourceLocation: sourceLocation)
        return error
    }

    /// The column is that of the key or of its value; the line is what a reader needs.
    private func isAt(_ location: Location?, _ audit: PlantedAudit, line text: String) -> Bool {
        guard case .file(let path, let line?, _) = location else { return false }
        return path.hasSuffix("audit.yaml") && line == audit.line(text)
    }

    @Test(arguments: ["members", "nonMembers", "shadowTrain", "shadowTest", "targetTrain"], [Float.nan, -.infinity])
    func valuesThatAreNoNumbers(role: String, value: Float) throws {
        let audit = try PlantedAudit { $0.sets[role]?.values[17 * PlantedData.width + 3] = value }
        let error = failure(DatasetError.self, audit)
        #expect(error?.code == .nonFiniteValue)
        #expect(error?.location == .record(17, set: role))
    }

    @Test(arguments: [("members", 3), ("shadowTest", -1), ("nonMembers", 2_000_000)])
    func labelsOutOfRange(role: String, label: Int) throws {
        let audit = try PlantedAudit { $0.sets[role]?.labels[5] = label }
        let error = failure(DatasetError.self, audit)
        #expect(error?.code == .labelOutOfRange)
        #expect(error?.location == .record(5, set: role))
    }

    @Test(arguments: ["members", "nonMembers", "shadowTrain", "shadowTest", "targetTrain"])
    func emptySet(role: String) throws {
        let audit = try PlantedAudit { $0.sets[role] = PlantedData.RecordSet() }
        let error = failure(DatasetError.self, audit)
        #expect(error?.code == .emptySet)
        #expect(isAt(error?.location, audit, line: "/\(role)/x"))
    }

    @Test(arguments: ["members", "nonMembers"])
    func oneRecordIsTooFew(role: String) throws {
        let audit = try PlantedAudit { data in
            data.sets[role]?.values.removeLast(199 * PlantedData.width)
            data.sets[role]?.labels.removeLast(199)
        }
        let error = failure(AuditError.self, audit)
        #expect(error?.code == .tooFewRecords)
        #expect(isAt(error?.location, audit, line: "/\(role)/x"))
    }

    private func narrow(_ set: inout PlantedData.RecordSet?) {
        guard let count = set?.count else { return }
        set?.width = 10
        set?.values = (0..<10 * count).map { Float($0) }
    }

    @Test func oneSetOfAnotherShape() throws {
        let audit = try PlantedAudit { self.narrow(&$0.sets["shadowTest"]) }
        let error = failure(DatasetError.self, audit)
        #expect(error?.code == .shapeMismatch)
        #expect(error?.location == .record(0, set: "shadowTest"))
    }

    @Test func allSetsOfAnotherShapeThanTheModel() throws {
        let audit = try PlantedAudit { data in for role in PlantedData.roles { narrow(&data.sets[role]) } }
        let error = failure(AuditError.self, audit)
        #expect(error?.code == .shapeMismatch)
        #expect(isAt(error?.location, audit, line: "/members/x"))
    }

    @Test func recipientsRecordsOfAnotherShape() throws {
        let audit = try PlantedAudit { self.narrow(&$0.sets["targetTrain"]) }
        let error = failure(AuditError.self, audit)
        #expect(error?.code == .shapeMismatch)
        #expect(isAt(error?.location, audit, line: "/targetTrain/x"))
    }

    @Test func shadowSizeLargerThanTheData() throws {
        let audit = try PlantedAudit(["[60, 90]": "[60, 201]"])
        let error = failure(ManifestError.self, audit)
        #expect(error?.code == .tooFewRecords)
        #expect(isAt(error?.location, audit, line: "shadowSizes"))
    }

    @Test func shadowSizeOfOneApproachLargerThanTheData() throws {
        let audit = try PlantedAudit([
            "  attackTraining:": "  overrides: {baseline: {shadowSizes: [500]}}\n  attackTraining:"
        ])
        let error = failure(ManifestError.self, audit)
        #expect(error?.code == .tooFewRecords)
        #expect(isAt(error?.location, audit, line: "overrides"))
    }

    @Test func layerThatIsNotThere() throws {
        let audit = try PlantedAudit(["upTo: features": "upTo: feature"])
        let error = failure(NetworkError.self, audit)
        #expect(error?.code == .unknownLayer)
        #expect(isAt(error?.location, audit, line: "upTo"))
        #expect(error?.remedy.contains("'features'") == true)
    }

    @Test func layerAfterWhichNothingStays() throws {
        let audit = try PlantedAudit(["upTo: features": "upTo: classifier"])
        let error = failure(NetworkError.self, audit)
        #expect(error?.code == .notACut)
        #expect(isAt(error?.location, audit, line: "upTo"))
    }

    @Test(arguments: [(1, Float.nan), (3, 1e38)])
    func weightsThatAnswerNothing(layer: Int, value: Float) throws {
        let audit = try PlantedAudit(model: { model in
            var weights = model.weights
            weights.change(layer, 0) { floats in for index in floats.indices { floats[index] = value } }
            return model.replacing(weights)
        })
        let error = failure(AuditError.self, audit)
        #expect(error?.code == .answersNotFinite)
        guard case .record(_, let set) = error?.location else {
            Issue.record("the place is \(String(describing: error?.location))")
            return
        }
        #expect(set == "members")
    }
}
