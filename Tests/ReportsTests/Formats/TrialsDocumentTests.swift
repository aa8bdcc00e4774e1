import Foundation
import Reports
import Testing

@Suite("trials as JSON")
struct TrialsDocumentTests {
    @Test("trials and advice stand as report.json has them")
    func whole() throws {
        let bytes = try TrialsDocument.json(SampleTrials.all, SampleTrials.advice)
        let own = try #require(try DecodedJSON.value(Data(bytes)) as? [String: Any])
        let report = try Saved.json(JSONReporter.self, Saved.document(SampleRecord.rich))
        #expect(Set(own.keys) == ["trials", "advice"])
        for key in own.keys {
            let (left, right) = (try #require(own[key]), try #require(report[key]))
            #expect(
                try JSONSerialization.data(withJSONObject: left, options: .sortedKeys)
                    == JSONSerialization.data(withJSONObject: right, options: .sortedKeys)
            )
        }
        let trials = try #require(own["trials"] as? [[String: Any]])
        #expect(trials.map { $0["front"] as? Bool } == SampleTrials.all.map(\.isOnFront))
        #expect(trials.compactMap { $0["recordsToDecide"] as? Int } == [11_834])
        #expect((own["advice"] as? [String: Any])?["trial"] as? String == SampleTrials.advice.trial)
    }
}
