import AuditCore
import Foundation
import Reports
import Testing

@Suite("report.pia.json")
struct PIATests {
    /// The members of a value with the kinds they may have; of arrays, those that any element has.
    private func shape(_ value: Any, _ path: String, into shapes: inout [String: Set<String>]) {
        switch value {
        case let object as [String: Any]:
            shapes[path, default: []].insert("object")
            for (name, value) in object { shape(value, "\(path)/\(name)", into: &shapes) }
        case let array as [Any]:
            shapes[path, default: []].insert("array")
            for value in array { shape(value, "\(path)[]", into: &shapes) }
        case is NSNull: shapes[path, default: []].insert("null")
        case let number as NSNumber:
            let isTruth = ["c", "B"].contains(String(cString: number.objCType))
            shapes[path, default: []].insert(isTruth ? "truth" : "number")
        default: shapes[path, default: []].insert("string")
        }
    }

    @Test(
        "has the structure of an export of the PIA software",
        .enabled(if: Schemas.has("pia-export-example.json"), "../shared/schemas is absent")
    )
    func structure() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Schemas.path("pia-export-example.json")))
        var expected: [String: Set<String>] = [:]
        shape(try DecodedJSON.value(data), "", into: &expected)
        for record in [SampleRecord.rich, SampleRecord.empty()] {
            var found: [String: Set<String>] = [:]
            shape(try Saved.json(PIAReporter.self, Saved.document(record)), "", into: &found)
            #expect(found.filter { path, kinds in !kinds.isSubset(of: expected[path] ?? []) } == [:])
            let study = expected.keys.filter { $0.hasPrefix("/pia/") || $0.split(separator: "/").count == 1 }
                .filter { !$0.contains("[]") }
            #expect(study.filter { found[$0] == nil } == [])
        }
        let questions = try Saved.json(PIAReporter.self, Saved.document(SampleRecord.rich))
            .at("answers", as: [[String: Any]].self).compactMap { $0["reference_to"] as? Int }
        let example = try #require(try DecodedJSON.value(data) as? [String: Any])
        let known = try example.at("answers", as: [[String: Any]].self).compactMap { $0["reference_to"] as? Int }
        #expect(Set(questions).isSubset(of: known))
        #expect(Set(questions).count == questions.count)
    }

    @Test("severity and likelihood come from the gates, and stay open where the sample cannot tell")
    func gauges() throws {
        func gauges(_ record: AuditRecord) throws -> [Int?] {
            let answers = try Saved.json(PIAReporter.self, Saved.document(record)).at(
                "answers",
                as: [[String: Any]].self
            )
            return try [325, 326].map { question in
                let answer = try #require(answers.first { $0["reference_to"] as? Int == question })
                return try answer.at("data", as: [String: Any].self)["gauge"] as? Int
            }
        }
        #expect(try gauges(SampleRecord.rich) == [3, 4])
        #expect(try gauges(SampleRecord.empty()) == [nil, nil])
    }
}
