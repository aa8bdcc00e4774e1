import Foundation
import Testing

@testable import Archives

/// Zip files written by Python's zipfile, whole and hostile.
struct ZipArchiveTests {
    @Test func entriesComeOutAsTheyWentIn() throws {
        let zip = try ZipArchive.open(fixture("plain.zip"))
        #expect(zip.entryNames == ["stored.txt", "folder/deflated.bin", "empty"])
        #expect(try zip.read("stored.txt", limit: 100) == Array("stored text\n".utf8))
        #expect(try zip.size(of: "folder/deflated.bin") == 10240)
        let expected = (0..<10240).map { UInt8($0 % 256) }
        #expect(try zip.read("folder/deflated.bin", limit: 10240) == expected)
        #expect(try zip.read("empty", limit: 0) == [])
    }

    @Test func extractingIntoAFile() throws {
        let zip = try ZipArchive.open(fixture("plain.zip"))
        let file = try #require(tmpfile())
        defer { fclose(file) }
        try zip.extract("stored.txt", to: fileno(file), limit: 100)
        var text = [UInt8](repeating: 0, count: 12)
        #expect(pread(fileno(file), &text, 12, 0) == 12)
        #expect(text == Array("stored text\n".utf8))
        expect(.cannotWrite, at: zip.path) {
            let full = open("/dev/full", O_WRONLY)
            defer { close(full) }
            try zip.extract("stored.txt", to: full, limit: 100)
        }
    }

    @Test func limitsHoldWhateverIsDeclared() throws {
        let bomb = try ZipArchive.open(fixture("bomb.zip"))
        expect(.tooLarge, at: bomb.path) { _ = try bomb.read("zeros", limit: 8 << 20 - 1) }
        #expect(try bomb.read("zeros", limit: 8 << 20).count == 8 << 20)
        let lie = fixture("lie.zip")
        expect(.tooLarge, at: lie) { _ = try ZipArchive.open(lie).read("zeros", limit: 1 << 31) }
        let understated = fixture("understated.zip")
        expect(.tooLarge, at: understated) { _ = try ZipArchive.open(understated).read("zeros", limit: 1 << 20) }
        expect(.damaged, at: understated) { _ = try ZipArchive.open(understated).read("zeros", limit: 1 << 24) }
    }

    @Test(arguments: [
        ("unsafe-dots.zip", ArchiveError.Code.unsafeName), ("unsafe-absolute.zip", .unsafeName),
        ("unsafe-backslash.zip", .unsafeName), ("unsafe-drive.zip", .unsafeName), ("twice.zip", .duplicateEntry),
        ("overlapping.zip", .overlapping), ("cut.zip", .notAnArchive), ("bomb.gz", .notAnArchive),
        ("absent.zip", .fileNotFound), ("", .notReadable),
    ])
    func archivesThatAreRefused(_ name: String, _ code: ArchiveError.Code) {
        expect(code, at: fixture(name)) { _ = try ZipArchive.open(fixture(name)) }
    }

    @Test func encryptedEntriesAreToldApart() throws {
        let path = fixture("encrypted.zip")
        expect(.encrypted, at: path) { _ = try ZipArchive.open(path).read("stored.txt", limit: 100) }
    }

    @Test func wrongSumsAndMissingEntries() throws {
        let path = fixture("wrong-sum.zip")
        expect(.damaged, at: path) { _ = try ZipArchive.open(path).read("stored.txt", limit: 100) }
        let plain = fixture("plain.zip")
        expect(.entryNotFound, at: plain) { _ = try ZipArchive.open(plain).read("stored.text", limit: 100) }
    }
}
