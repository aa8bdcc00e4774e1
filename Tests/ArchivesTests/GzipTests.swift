import Foundation
import Testing

@testable import Archives

/// Gzip files written by Python's gzip, whole and hostile.
struct GzipTests {
    @Test func allMembersAreRead() throws {
        let path = fixture("two-members.gz")
        let expected = Array("first member, second member".utf8)
        #expect(try Gzip.decompress(file: path, limit: 100) == expected)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(try Gzip.decompress(bytes: bytes, limit: 27) == expected)
        #expect(try Gzip.decompress(file: fixture("padded.gz"), limit: 100) == Array("first member, ".utf8))
    }

    @Test func largeContentGoesThroughAFile() throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        try Gzip.decompress(file: fixture("bomb.gz"), to: fileno(file), limit: 8 << 20)
        #expect(lseek(fileno(file), 0, SEEK_END) == 8 << 20)
    }

    @Test(arguments: [
        ("bomb.gz", ArchiveError.Code.tooLarge), ("cut.gz", .damaged), ("wrong-sum.gz", .damaged),
        ("plain.zip", .notAnArchive), ("absent.gz", .fileNotFound), ("", .notReadable),
    ])
    func filesThatAreRefused(_ name: String, _ code: ArchiveError.Code) {
        expect(code, at: fixture(name)) { _ = try Gzip.decompress(file: fixture(name), limit: 1 << 20) }
    }

    @Test func emptyBytesAreNoArchive() {
        expect(.notAnArchive, at: "upload") { _ = try Gzip.decompress(bytes: [], limit: 10, name: "upload") }
    }
}
