import Foundation
import Signatures
import Testing

/// `report verify` against xmlsec1, byte by byte.
@Suite("changed bytes", .enabled(if: Tool.areThere && Tool.exists("xmllint")), .serialized)
struct ChangedByteTests {
    /// A run of bytes of a signed report.
    enum Region {
        /// What the signature covers, but for the XML declaration, which no canonical form holds.
        case record
        /// `SignedInfo` and `SignatureValue`.
        case signature
    }

    @Test(
        "any changed byte of what is signed is seen by xmlsec1 and by verify",
        arguments: [("p256", 200, 1), ("rsa with certificate", 50, 2)]
    )
    func record(signer: String, count: Int, seed: UInt64) throws {
        let seen = try change(signer, .record, count: count, seed: seed)
        #expect(seen.rejected == count)
    }

    @Test("a changed byte of the signature itself is seen alike", arguments: [("p256", 60, 3), ("rsa", 40, 4)])
    func signature(signer: String, count: Int, seed: UInt64) throws {
        let seen = try change(signer, .signature, count: count, seed: seed)
        #expect(seen.rejected == count)
    }

    /// Changes one byte at a time until `count` changes were changes of content, and holds both programs' words
    /// against each other each time.
    ///
    /// - Returns: how many both rejected, and how many changed nothing (white space within a tag, a line end).
    private func change(
        _ signer: String,
        _ region: Region,
        count: Int,
        seed: UInt64
    ) throws -> (rejected: Int, same: Int) {
        let sample = try SignedSample(signer)
        let original = try sample.bytes
        let positions = try Self.positions(region, in: original)
        let form = try Self.canonical(sample.report)
        var random = SplitMix(state: seed)
        var rejected = 0
        var same = 0
        while rejected < count, same < count {
            guard let position = positions.randomElement(using: &random) else { break }
            var bytes = original
            // Half of the changes leave printable characters, which the parser does not stop at.
            let other =
                random.next() % 2 == 0
                ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 33...126, using: &random)
            guard other != bytes[position] else { continue }
            bytes[position] = other
            try sample.folder.write("report.xml", bytes)
            let independent = try sample.xmlsec()
            let ours = try sample.verify().exitCode
            #expect(ours == (independent ? 0 : 1), "byte \(position) from \(original[position]) to \(other)")
            if independent {
                // What both accept says the same as before; in the signature, base64 has room for other line ends.
                if region == .record { #expect(try Self.canonical(sample.report) == form, "byte \(position)") }
                same += 1
            } else {
                rejected += 1
            }
        }
        return (rejected, same)
    }

    /// The exclusive canonical form without the signature's own element, by xmllint.
    private static func canonical(_ path: String) throws -> [UInt8] {
        try Tool.run("xmllint", ["--huge", "--exc-c14n", path]).output
    }

    private static func positions(_ region: Region, in bytes: [UInt8]) throws -> [Int] {
        let text = String(decoding: bytes, as: UTF8.self)
        func offset(_ marker: String, after: Bool = false) throws -> Int {
            let range = try #require(text.range(of: marker, options: .backwards))
            return text.utf8.distance(from: text.startIndex, to: after ? range.upperBound : range.lowerBound)
        }
        let start = try offset("<Signature xmlns=")
        switch region {
        case .record:
            let declaration = try offset("?>", after: true)
            return Array(declaration..<start) + Array(try offset("</Signature>", after: true)..<bytes.count)
        case .signature:
            return Array(start..<(try offset("</SignatureValue>")))
        }
    }
}
