import Foundation
import Testing

@testable import Policies

/// Policies that mean harm end in errors that say so.
@Suite struct HostilePolicyTests {
    private func codes(_ text: String) -> Set<PolicyError.Code> { Set(PolicyReaderTests.issues(text).map(\.code)) }

    @Test func huge() {
        let waiver = "<waiver gate=\"auc\" approver=\"A\" expires=\"2026-12-31\"><reason>why</reason></waiver>"
        let many = String(repeating: waiver, count: 100_000)
        #expect(codes(PolicyReaderTests.valid.replacing("</policy>", with: many + "</policy>")) == [.unreadable])
        let long = String(repeating: "x", count: 3_000_000)
        let issues = PolicyReaderTests.issues(PolicyReaderTests.valid.replacing("<reason>why", with: "<reason>\(long)"))
        #expect(Set(issues.map(\.code)) == [.schema])
        #expect(issues.allSatisfy { $0.summary.count < 2000 })
    }

    @Test func deep() {
        let open = String(repeating: "<extension name=\"x\" critical=\"false\">", count: 20_000)
        let close = String(repeating: "</extension>", count: 20_000)
        #expect(!codes(PolicyReaderTests.valid.replacing("</policy>", with: open + close + "</policy>")).isEmpty)
    }

    @Test(
        arguments: [
            ("threshold=\"0.60\"", "threshold=\"INF\""), ("threshold=\"0.60\"", "threshold=\"-INF\""),
            ("threshold=\"0.60\"", "threshold=\"nan\""), ("threshold=\"0.60\"", "threshold=\"1e400\""),
            ("threshold=\"0.60\"", "threshold=\"0x1p-1\""), ("confidence=\"0.95\"", "confidence=\"NaN\""),
            ("confidence=\"0.95\"", "confidence=\"-0.95\""), ("members=\"100\"", "members=\"-100\""),
            ("expires=\"2026-12-31\"", "expires=\"9223372036854775808-12-31\""),
            ("expires=\"2026-12-31\"", "expires=\"\""), ("id=\"p\"", "id=\"p\" extends=\"\""),
            ("id=\"p\"", "id=\"p\" extends=\"\(String(repeating: "a/", count: 2000))\""),
        ]
    )
    func numbersAndDays(_ old: String, _ new: String) {
        #expect(!codes(PolicyReaderTests.valid.replacing(old, with: new, maxReplacements: 1)).isEmpty)
    }

    @Test func byteForByte() {
        let bytes = Array(PolicyReaderTests.valid.utf8)
        for index in stride(from: 0, to: bytes.count, by: 7) {
            var broken = bytes
            broken[index] = UInt8(truncatingIfNeeded: index &* 31)
            do {
                _ = try PolicyReader.read(bytes: broken, name: "p.xml", knownAttacks: knownAttacks)
            } catch { #expect(!error.issues.isEmpty && !"\(error)".isEmpty) }
            do {
                let cut = Array(bytes.prefix(index))
                _ = try PolicyReader.read(bytes: cut, name: "p.xml", knownAttacks: knownAttacks)
                Issue.record("a policy cut at \(index) was read")
            } catch { #expect(error.code == .unreadable) }
        }
    }
}
