import Foundation
import TestSupport
import Testing

@testable import Audits

/// Keys and the names made with them.
struct PseudonymTests {
    private let folder: WorkFolder

    init() throws { folder = try WorkFolder() }

    /// Value of Python's hmac.new(b"k" * 32, b"patient-0042", "sha256").hexdigest()[:20].
    @Test func pseudonymsAreHMACs() throws {
        let path = folder.path("key")
        try Data(repeating: UInt8(ascii: "k"), count: 32).write(to: URL(fileURLWithPath: path))
        #expect(try PseudonymKey.read(path).pseudonym(of: "patient-0042") == "s-7c23236ed6d13ef54ac5")
    }

    @Test func aKeyIsMadeOnceAndForItsOwner() throws {
        let path = folder.path("deep/pseudonym.key")
        let first = try PseudonymKey.read(path).pseudonym(of: "a")
        #expect(try PseudonymKey.read(path).pseudonym(of: "a") == first)
        #expect(try PseudonymKey.read(folder.path("other.key")).pseudonym(of: "a") != first)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("deep")) == ["pseudonym.key"])
    }

    @Test func aKeyThatCannotBeUsedIsAnError() throws {
        let short = folder.path("short")
        try Data("secret".utf8).write(to: URL(fileURLWithPath: short))
        for path in [short, folder.path("short/below"), folder.path("")] {
            let error = #expect(throws: AuditError.self) { try PseudonymKey.read(path) }
            #expect(error?.code == .unusableKey)
        }
    }
}
