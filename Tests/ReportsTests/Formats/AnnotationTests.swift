import AuditCore
import Foundation
import Reports
import TestSupport
import Testing

@Suite("annotations")
struct AnnotationTests {
    @Test("a workflow command stays one command on one line", arguments: HostileRecord.names)
    func commands(name: String) throws {
        let record = try Saved.document(HostileRecord.make(name)).record()
        let lines = AnnotationHost.github.lines(record)
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(!line.contains { $0.isNewline })
            let match = try #require(line.wholeMatch(of: #/::(error|warning|notice) title=([^:,]*)::(.*)/#))
            #expect(match.output.3.firstMatch(of: #/%(?!25|0D|0A)/#) == nil)
        }
    }

    @Test("levels: fail is an error, inconclusive a warning, waived a notice, a pass is silent")
    func levels() {
        let all = Annotation.all(in: SampleRecord.rich)
        let levels = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.level) })
        #expect(levels["verdict"] == .error)
        #expect(levels["gate/auc"] == .error)
        #expect(levels["gate/few-exposed"] == .warning)
        #expect(levels["gate/epsilon"] == .notice)
        #expect(levels["gate/advantage"] == nil)
        #expect(AnnotationHost.gitlab.lines(SampleRecord.rich) == [])
    }

    @Test("the Code Quality report has what GitLab reads", arguments: HostileRecord.names)
    func codeQuality(name: String) throws {
        let folder = try WorkFolder()
        let path = try #require(try AnnotationHost.gitlab.write(HostileRecord.make(name), to: folder.path))
        #expect(path == folder.path("gl-code-quality-report.json"))
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let issues = try #require(try DecodedJSON.value(data) as? [[String: Any]])
        #expect(Set(issues.compactMap { $0.string("fingerprint") }).count == issues.count)
        for issue in issues {
            #expect(issue.string("description")?.isEmpty == false)
            #expect(issue.string("check_name")?.isEmpty == false)
            #expect(["info", "minor", "major", "critical", "blocker"].contains(issue.string("severity")))
            #expect(try issue.at("location.lines.begin") == 1)
            #expect(try issue.at("location.path") == name)
        }
        #expect(try AnnotationHost.github.write(SampleRecord.rich, to: folder.path) == nil)
    }

    @Test("fingerprints stay when figures change")
    func fingerprints() throws {
        let first = Annotation.all(in: SampleRecord.rich).map(\.id)
        let folder = try WorkFolder()
        func fingerprints(_ record: AuditRecord) throws -> [String] {
            _ = try AnnotationHost.gitlab.write(record, to: folder.path)
            let data = try Data(contentsOf: folder.url.appendingPathComponent("gl-code-quality-report.json"))
            let issues = try #require(try DecodedJSON.value(data) as? [[String: Any]])
            return issues.compactMap { $0.string("fingerprint") }
        }
        let other = SampleRecord.make(title: "Another title", judgement: SampleJudgement.fail)
        #expect(try fingerprints(SampleRecord.rich) == fingerprints(other))
        #expect(first.count == Set(first).count)
    }
}
