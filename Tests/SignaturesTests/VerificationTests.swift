import Foundation
import Signatures
import Testing

/// Verification says exactly which part no longer holds.
@Suite("verifying a report", .enabled(if: Tool.areThere))
struct VerificationTests {
    private func broken(_ verification: Verification) -> [Verification.Part.Kind] {
        verification.parts.filter { $0.outcome == .broken }.map(\.kind)
    }

    private func unchecked(_ verification: Verification) -> [Verification.Part.Kind] {
        verification.parts.filter { $0.outcome == .unchecked }.map(\.kind)
    }

    @Test("everything holds", arguments: KeyRing.signerNames)
    func holds(signer: String) throws {
        let verification = try SignedSample(signer).verify(statement: true)
        #expect(
            verification.parts.map(\.kind) == [
                .document, .schema, .signature, .digest, .value, .statement, .statementReport, .statementFiles,
            ]
        )
        #expect(verification.parts.allSatisfy { $0.outcome == .holds })
        #expect(verification.exitCode == 0)
    }

    @Test("a changed record: its digest, and the statement's")
    func changedRecord() throws {
        let sample = try SignedSample()
        try sample.replace("verdict result=\"fail\" exitCode=\"1\"", "verdict result=\"pass\" exitCode=\"0\"")
        let verification = try sample.verify(statement: true)
        #expect(broken(verification) == [.digest, .statementReport])
        #expect(verification.outcome(.value) == .holds)
        #expect(verification.exitCode == 1)
    }

    @Test("a changed digest value: the record no longer matches it, and the signature not either")
    func changedDigest() throws {
        let sample = try SignedSample()
        let digest = try sample.digestValue
        let other = (digest.first == "A" ? "B" : "A") + digest.dropFirst()
        try sample.replace(digest, other)
        #expect(broken(try sample.verify()) == [.digest, .value])
    }

    @Test("a digest and a record changed to fit: the signature value")
    func forgedDigest() throws {
        let sample = try SignedSample()
        let forged = try SignedSample { $0.replacing("Example Hospital", with: "Another Hospital") }
        let old = try sample.digestValue
        let new = try forged.digestValue
        try sample.replace(old, new)
        try sample.folder.write(
            "report.xml",
            Array(try sample.text.replacing("Example Hospital", with: "Another Hospital").utf8)
        )
        let verification = try sample.verify()
        #expect(broken(verification) == [.value])
        #expect(verification.outcome(.digest) == .holds)
        #expect(try !sample.xmlsec())
    }

    @Test("another key of the same kind: the signature value", arguments: KeyRing.signerNames)
    func anotherKey(signer: String) throws {
        let sample = try SignedSample(signer)
        let other = Trust.key(try PublicKey.read(path: sample.ring.path("other.pub")))
        let verification = try sample.verify(trust: other, statement: true)
        #expect(broken(verification) == [.value, .statement])
        #expect(verification.exitCode == 1)
    }

    @Test("the report's own key shows no signer, and says so", arguments: KeyRing.signerNames)
    func embedded(signer: String) throws {
        let sample = try SignedSample(signer)
        let nobody = try sample.verify(trust: .nobody, statement: true)
        #expect(unchecked(nobody) == [.signer, .statement])
        #expect(broken(nobody) == [])
        #expect(nobody.exitCode == 2)
        #expect(try sample.verify(trust: .embedded, statement: true).exitCode == 0)

        try sample.replace("Example Hospital", "Another Hospital")
        #expect(broken(try sample.verify(trust: .nobody)) == [.digest])
        #expect(broken(try sample.verify(trust: .embedded)) == [.digest])
    }

    @Test("an embedded key exchanged for another's: the signature value", arguments: ["p256", "rsa"])
    func exchangedKey(signer: String) throws {
        let sample = try SignedSample(signer)
        let other = try SignedSample(signer == "p256" ? "rsa" : "p256")
        let old = try sample.keyInfo
        let new = try other.keyInfo
        try sample.replace(old, new)
        #expect(try sample.verify(trust: .embedded).exitCode == 1)
        #expect(try sample.verify().exitCode == 0)
    }

    @Test("an unsigned report could not be checked")
    func unsigned() throws {
        let sample = try SignedSample()
        try sample.folder.write("report.xml", Data(contentsOf: SignedSample.record))
        let verification = try sample.verify()
        #expect(unchecked(verification) == [.signature])
        #expect(verification.exitCode == 2)
        #expect(broken(try sample.verify(statement: true)) == [.statementReport])
    }

    @Test("a report that is no XML, or no record")
    func otherDocuments() throws {
        let sample = try SignedSample()
        try sample.folder.write("report.xml", Array("<report>".utf8))
        #expect(broken(try sample.verify(statement: true)) == [.document, .statementReport])
        try sample.folder.write("report.xml", Array("<report/>".utf8))
        #expect(broken(try sample.verify()) == [.schema])
        try FileManager.default.removeItem(atPath: sample.report)
        #expect(throws: (any Error).self) { try sample.verify() }
    }
}
