import AuditCore
import Foundation
import Networks
import TestSupport
import Testing

@testable import Audits

/// Digests name what was audited.
@Suite struct DigestTests {
    /// Changes the source model's file while the audit runs.
    private struct Meddler: AuditProgress {
        let path: String

        func begin(stage: String, steps: Int) {
            guard stage == "Attacking", let file = FileHandle(forWritingAtPath: path) else { return }
            file.seekToEndOfFile()
            file.write(Data([0]))
            try? file.close()
        }

        func step(_ detail: String) {}
        func end(stage: String) {}
        func note(_ text: String) {}
    }

    @Test func areTakenBeforeTheFilesAreRead() throws {
        let audit = try PlantedAudit(PlantedAudit.smallest)
        let path = audit.folder.path("source.h5")
        let before = try Digest.ofFile(path)
        let record = try audit.run(progress: Meddler(path: path)).record
        #expect(try Digest.ofFile(path).sha256 != before.sha256)
        #expect(record.provenance.files.first { $0.role == "source model" }?.sha256 == before.sha256)
    }

    @Test func ofKnownBytes() {
        // FIPS 180-2, appendix B.1.
        #expect(Digest.of(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func ofLongFilesEqualThoseOfTheirBytes() throws {
        let folder = try WorkFolder()
        let bytes = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try bytes.write(to: folder.url.appending(path: "long"))
        let digest = try Digest.ofFile(folder.path("long"))
        #expect(digest.sha256 == Digest.of(bytes))
        #expect(digest.bytes == 3_000_001)
    }

    @Test(arguments: ["nothing", ""])
    func ofWhatCannotBeRead(name: String) throws {
        let folder = try WorkFolder()
        let path = name.isEmpty ? folder.url.path : folder.path(name)
        let error = #expect(throws: AuditError.self) { try Digest.ofFile(path) }
        #expect(error?.code == .unreadable)
        #expect(error?.location == .file(path))
    }
}
