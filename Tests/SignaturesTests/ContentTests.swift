import Foundation
import Signatures
import TestSupport
import Testing

/// Files and data sets against a report and its statement.
@Suite("verifying what a report is about", .enabled(if: Tool.areThere))
struct ContentTests {
    private static let roles = [
        ("source model", "a"), ("transferred layers", "b"), ("manifest", "c"), ("policy", "d"),
    ]

    /// A signed sample about four files that exist beside it, each holding its own role.
    private func sample() throws -> SignedSample {
        let sample = try SignedSample { text in
            Self.roles.reduce(text) { text, role in
                let digest = (try? ContentDigest.of(Array(role.0.utf8))) ?? ""
                return text.replacing("role=\"\(role.0)\" name", with: "role=\"\(role.0)\" title").replacing(
                    "sha256=\"\(String(repeating: role.1, count: 64))\"",
                    with: "sha256=\"\(digest)\""
                ).replacing("role=\"\(role.0)\" title", with: "role=\"\(role.0)\" name")
            }
        }
        for role in Self.roles { try sample.folder.write(role.0, Array(role.0.utf8)) }
        return sample
    }

    private func files(_ sample: SignedSample) -> [VerificationRequest.File] {
        Self.roles.map { .init(role: $0.0, content: .path(sample.folder.path($0.0))) }
    }

    @Test("the digest is SHA-256")
    func digest() throws {
        let folder = try WorkFolder()
        let path = try folder.write("data", (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let run = try Tool.run("sha256sum", [path])
        #expect(String(decoding: run.output.prefix(64), as: UTF8.self) == (try ContentDigest.ofFile(path)))
        #expect(
            try ContentDigest.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
    }

    @Test("the files that were audited hold")
    func sameFiles() throws {
        let sample = try sample()
        let verification = try sample.verify(statement: true, files: files(sample))
        #expect(verification.exitCode == 0)
        for role in Self.roles { #expect(verification.outcome(.file(role: role.0)) == .holds) }
    }

    @Test("one changed file is named, and no other", arguments: roles.map(\.0))
    func changedFile(role: String) throws {
        let sample = try sample()
        try sample.folder.write(role, Array("\(role).".utf8))
        let verification = try sample.verify(statement: true, files: files(sample))
        #expect(verification.parts.filter { $0.outcome != .holds }.map(\.kind) == [.file(role: role)])
        #expect(verification.exitCode == 1)
    }

    @Test("what the report does not name could not be checked; a file that is not there is an error")
    func unnamed() throws {
        let sample = try sample()
        let target = VerificationRequest.File(role: "target model", content: .bytes([1], name: "target.h5"))
        let verification = try sample.verify(files: [target])
        #expect(verification.outcome(.file(role: "target model")) == .unchecked)
        #expect(verification.exitCode == 2)
        let missing = VerificationRequest.File(role: "policy", content: .path(sample.folder.path("none")))
        let error = #expect(throws: SignatureError.self) { try sample.verify(files: [missing]) }
        #expect(error?.code == .unreadable)
        #expect(error?.location == .file(sample.folder.path("none")))
    }

    @Test("data sets by the digest of their records")
    func dataSets() throws {
        let sample = try sample()
        func set(_ role: String, _ digit: String) -> VerificationRequest.DataSet {
            .init(role: role, contentHash: String(repeating: digit, count: 64))
        }
        let good = try sample.verify(statement: true, dataSets: [set("members", "1"), set("shadowTest", "4")])
        #expect(good.exitCode == 0)
        let bad = try sample.verify(dataSets: [set("members", "1"), set("nonMembers", "3"), set("targetTest", "1")])
        #expect(bad.outcome(.dataSet(role: "members")) == .holds)
        #expect(bad.outcome(.dataSet(role: "nonMembers")) == .broken)
        #expect(bad.outcome(.dataSet(role: "targetTest")) == .unchecked)
    }
}
