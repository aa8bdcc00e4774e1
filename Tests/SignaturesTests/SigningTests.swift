import Diagnostics
import Foundation
import Reports
import Signatures
import TestSupport
import Testing

/// What `sign` writes, for each kind of signer.
@Suite("signing a report", .enabled(if: Tool.areThere))
struct SigningTests {
    @Test("xmlsec1 and OpenSSL accept what is written", arguments: KeyRing.signerNames)
    func independentPrograms(signer: String) throws {
        let sample = try SignedSample(signer)
        #expect(try sample.xmlsec())
        #expect(try !SignedSample.xmlsec(sample.report, publicKey: sample.ring.path("other.pub")))
        #expect(try sample.verify(statement: true).exitCode == 0)
    }

    @Test("every byte of the record stays", arguments: KeyRing.signerNames)
    func bytesStay(signer: String) throws {
        let sample = try SignedSample(signer)
        let original = [UInt8](try Data(contentsOf: SignedSample.record))
        let signed = try sample.bytes
        let tail = Array("</report>\n".utf8)
        let head = original.count - tail.count
        #expect(signed[..<head] == original[..<head])
        #expect(signed.suffix(tail.count) == tail[...])
        #expect(try sample.text.contains("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"))
        #expect(sample.folder.contents == ["report.intoto.json", "report.xml"])
    }

    @Test("a signed record renders to itself, and to the page it had")
    func rendering() throws {
        let sample = try SignedSample()
        #expect(try ReportRenderer.render(reportXML: sample.report, format: "xml") == sample.bytes)
        let page = try ReportRenderer.render(reportXML: sample.report, format: "html")
        #expect(try page == ReportRenderer.render(reportXML: SignedSample.record.path, format: "html"))
    }

    @Test("a signed report is not signed again unasked, and the record stays the same when it is")
    func again() throws {
        let sample = try SignedSample("rsa")
        let before = try sample.bytes
        let key = try SigningKey.read(path: sample.ring.path("p256.pem"))
        let error = #expect(throws: SignatureError.self) { _ = try ReportSigning.sign(report: sample.report, key: key) }
        #expect(error?.code == .alreadySigned)
        #expect(error?.location == .file(sample.report))
        #expect(try sample.bytes == before)

        _ = try ReportSigning.sign(report: sample.report, key: key, replaces: true)
        let trust = Trust.key(try PublicKey.read(path: sample.ring.path("p256.pub")))
        #expect(try sample.verify(trust: trust, statement: true).exitCode == 0)
        #expect(try sample.verify().exitCode == 1)
        let fresh = try SignedSample("p256")
        let start = "  <Signature "
        #expect(try sample.text.components(separatedBy: start)[0] == fresh.text.components(separatedBy: start)[0])
    }

    @Test("another place and name, and nothing where it cannot be written")
    func output() throws {
        let sample = try SignedSample()
        let folder = try WorkFolder()
        try folder.write("plain.xml", Data(contentsOf: SignedSample.record))
        let key = try SigningKey.read(path: sample.ring.path("p256.pem"))
        let written = try ReportSigning.sign(
            report: folder.path("plain.xml"),
            key: key,
            output: folder.path("out/signed.xml")
        )
        #expect(written.report == folder.path("out/signed.xml"))
        #expect(written.statement == folder.path("out/signed.intoto.json"))
        #expect(try folder.bytes("plain.xml") == [UInt8](Data(contentsOf: SignedSample.record)))

        let error = #expect(throws: SignatureError.self) {
            _ = try ReportSigning.sign(report: folder.path("plain.xml"), key: key, output: "/proc/none/signed.xml")
        }
        #expect(error?.code == .unwritable)
    }

    @Test("who may read a report may read the signed one, and nobody else")
    func permissions() throws {
        let folder = try WorkFolder()
        let path = try folder.write("report.xml", Data(contentsOf: SignedSample.record))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        _ = try ReportSigning.sign(report: path, key: SigningKey.read(path: try KeyRing.shared.get().path("p256.pem")))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test(
        "what a signature would not cover is not signed",
        arguments: [
            ("</report>", "<!-- who wrote this? --></report>"), ("</report>", "</report><!-- or </report>"),
            ("</report>\n", "</report>\n<?after this?>\n"),
        ]
    )
    func uncovered(old: String, new: String) throws {
        let folder = try WorkFolder()
        let text = try String(contentsOf: SignedSample.record, encoding: .utf8)
        let changed = text.replacing(old, with: new + (new.hasSuffix("or </report>") ? " -->" : ""))
        let path = try folder.write("report.xml", Array(changed.utf8))
        let key = try SigningKey.read(path: try KeyRing.shared.get().path("p256.pem"))
        let error = #expect(throws: SignatureError.self) { _ = try ReportSigning.sign(report: path, key: key) }
        #expect(error?.code == .notSignable)
        #expect(try folder.bytes("report.xml") == Array(changed.utf8))
    }

    @Test("a document that is no record is not signed")
    func noRecord() throws {
        let folder = try WorkFolder()
        let path = try folder.write("report.xml", Array("<report/>".utf8))
        let key = try SigningKey.read(path: try KeyRing.shared.get().path("p256.pem"))
        let error = #expect(throws: SignatureError.self) { _ = try ReportSigning.sign(report: path, key: key) }
        #expect(error?.code == .invalidReport)
        #expect(folder.contents == ["report.xml"])
    }
}
