import AuditCore
import History
import Reports
import Testing
import XML

struct HistoryPageTests {
    private let folder: TemporaryFolder
    private let registry: Registry

    init() throws {
        folder = try TemporaryFolder()
        registry = try Registry(path: folder.file("registry.sqlite"))
    }

    private func page(_ title: String, count: Int) throws -> String {
        for index in 0..<count {
            let value = 0.5 + Double(index) / 100
            let gate = Records.gate("auc", Records.measurement(value, value - 0.02, value + 0.02))
            try registry.add(Records.document(Records.record([gate], title: "\(title) \(index)")), report: "r.xml")
        }
        return String(decoding: try HistoryPage.render(registry.audits()), as: UTF8.self)
    }

    @Test func everyAuditAndEveryFigureIsThere() throws {
        let page = try page("Release", count: 6)
        for index in 0..<6 { #expect(page.contains("Release \(index)")) }
        #expect(page.contains("<svg"))
        #expect(page.contains("0.55 [0.53, 0.57]"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("src="))
    }

    @Test func hostileTitlesStayText() throws {
        let page = try page("<script>alert(1)</script> ]]> \" ' & \u{202E}", count: 1)
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
    }

    @Test func anEmptyRegistryHasAPage() throws {
        #expect(try page("none", count: 0).contains("0 audits"))
    }
}
