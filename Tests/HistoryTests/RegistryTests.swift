import AuditCore
import Foundation
import GRDB
import History
import TestSupport
import Testing

struct RegistryTests {
    private let folder: WorkFolder
    private let registry: Registry

    init() throws {
        folder = try WorkFolder()
        registry = try Registry(path: folder.path("deep/er/registry.sqlite"))
    }

    @discardableResult
    private func add(_ record: AuditRecord) throws -> (number: Int64, isNew: Bool) {
        try registry.add(Records.document(record), report: "report.xml")
    }

    private func expect(_ code: HistoryError.Code, _ body: () throws -> Void) {
        let error = #expect(throws: HistoryError.self) { try body() }
        #expect(error?.code == code)
    }

    @Test func anAuditIsThereWithItsGates() throws {
        let gates = [
            Records.gate("auc", Records.measurement(0.65, 0.62, 0.68), outcome: .fail),
            Records.gate("epsilon", nil, outcome: .inconclusive),
        ]
        let number = try add(Records.record(gates, title: "Näme 'x' \"y\"; --", verdict: .fail)).number
        let found = try registry.audit(number)
        #expect(found.audit.title == "Näme 'x' \"y\"; --")
        #expect(found.audit.verdict == "fail")
        #expect(found.audit.exitCode == 1)
        #expect(found.audit.modelDigest == String(repeating: "a", count: 64))
        #expect(found.audit.report.hasSuffix("/report.xml") && found.audit.report.hasPrefix("/"))
        #expect(found.gates.map(\.gate) == ["auc", "epsilon"])
        #expect(found.gates.map(\.measured) == [0.65, nil])
        #expect(found.gates.map(\.low) == [0.62, nil])
        #expect(found.gates.map(\.result) == ["fail", "inconclusive"])
    }

    @Test func theSameRecordIsKeptOnce() throws {
        let first = try add(Records.record(title: "one"))
        let again = try add(Records.record(title: "one"))
        let other = try add(Records.record(title: "two"))
        #expect(first.isNew && !again.isNew && other.isNew)
        #expect(first.number == again.number && other.number != first.number)
        #expect(try registry.audits().count == 2)
    }

    @Test func filtersSelect() throws {
        for day in 1...9 {
            try add(
                Records.record(
                    title: "Release 100%_\(day)",
                    verdict: day.isMultiple(of: 2) ? .fail : .pass,
                    policy: day < 5 ? "old" : "new",
                    model: day == 3 ? "other" : "encoder",
                    digest: String(repeating: day == 4 ? "c" : "a", count: 64),
                    finished: "2026-11-0\(day)T23:59:59.9Z"
                )
            )
        }
        func titles(_ set: (inout RegistryFilter) -> Void) throws -> String {
            var filter = RegistryFilter()
            set(&filter)
            return try registry.audits(filter).map { String($0.audit.title.suffix(1)) }.joined()
        }
        #expect(try titles { _ in } == "123456789")
        #expect(try titles { $0.limit = 3 } == "789")
        #expect(try titles { $0.verdict = "fail" } == "2468")
        #expect(try titles { $0.policy = "new" } == "56789")
        #expect(try titles { $0.model = "other" } == "3")
        #expect(try titles { $0.model = "cccccc" } == "4")
        #expect(
            try titles {
                $0.since = "2026-11-03"; $0.until = "2026-11-05"
            } == "345"
        )
        #expect(try titles { $0.title = "100%_5" } == "5")
        #expect(try titles { $0.title = "1000_5" } == "")
        #expect(
            try titles {
                $0.title = "RELEASE"; $0.limit = 1
            } == "9"
        )
    }

    @Test func anotherFileIsLeftAlone() throws {
        let text = folder.path("notes.txt")
        try "Dear diary, nothing here is a registry of audits at all. ".write(
            toFile: text,
            atomically: true,
            encoding: .utf8
        )
        expect(.notARegistry) { _ = try Registry(path: text) }
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("Dear diary"))
        let foreign = folder.path("foreign.sqlite")
        let queue = try DatabaseQueue(path: foreign)
        try queue.write { try $0.execute(sql: "CREATE TABLE mine(a)") }
        expect(.notARegistry) { _ = try Registry(path: foreign) }
        #expect(try queue.read { try $0.tableExists("mine") && !$0.tableExists("audit") })
    }

    @Test func aNewerRegistryIsLeftAlone() throws {
        let path = folder.path("newer.sqlite")
        _ = try Registry(path: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        expect(.newer) { _ = try Registry(path: path) }
    }

    @Test func placesThatCannotBeUsed() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path("file")))
        expect(.unusable) { _ = try Registry(path: folder.path("file/registry.sqlite")) }
        expect(.unusable) { _ = try Registry(path: folder.path) }
        expect(.noSuchAudit) { _ = try registry.audit(12) }
    }

    @Test func aLockedRegistryIsAnError() throws {
        let path = folder.path("locked.sqlite")
        let own = try Registry(path: path, patience: 0.1)
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN EXCLUSIVE")
            expect(.busy) { try own.add(Records.document(Records.record()), report: "r.xml") }
            try database.execute(sql: "ROLLBACK")
        }
        #expect(try own.add(Records.document(Records.record()), report: "r.xml").isNew)
    }

    @Test func manyThreadsWriteAtOnce() async throws {
        let path = folder.path("many.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let registry = try Registry(path: path)
                    for index in 0..<5 {
                        try registry.add(Records.document(Records.record(title: "\(writer)/\(index)")), report: "r.xml")
                    }
                }
            }
            try await group.waitForAll()
        }
        let titles = try Registry(path: path).audits().map(\.audit.title)
        #expect(Set(titles).count == 40)
        #expect(titles.count == 40)
    }

    @Test func theUsualPlaceFollowsTheEnvironment() {
        func place(_ asked: String?, _ environment: [String: String]) -> String {
            RegistryLocation.path(asked, environment: environment)
        }
        #expect(place(nil, ["XDG_DATA_HOME": "/data"]) == "/data/layeraudit/registry.sqlite")
        #expect(place(nil, ["XDG_DATA_HOME": ""]).hasSuffix("/.local/share/layeraudit/registry.sqlite"))
        #expect(place(nil, ["LAYERAUDIT_REGISTRY": "/team/audits.db"]) == "/team/audits.db")
        #expect(place("/here/", ["LAYERAUDIT_REGISTRY": "/team/audits.db"]) == "/here/registry.sqlite")
        #expect(place(folder.path, [:]) == folder.path("registry.sqlite"))
    }
}
