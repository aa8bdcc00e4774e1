import Foundation
import Signatures
import TestSupport

/// The sample report, signed in a folder of its own.
struct SignedSample {
    let folder: WorkFolder
    let ring: KeyRing
    let signer: KeyRing.Signer

    /// The committed sample of a record.
    static let record = Tool.root.appending(path: "Reports/sample/report.xml")

    /// Signs the sample, with `edit` applied to its text first.
    init(_ name: String = "p256", edit: (String) -> String = { $0 }) throws {
        folder = try WorkFolder()
        ring = try KeyRing.shared.get()
        signer = ring.signer(name)
        try folder.write("report.xml", Array(edit(try String(contentsOf: Self.record, encoding: .utf8)).utf8))
        _ = try ReportSigning.sign(
            report: folder.path("report.xml"),
            key: SigningKey.read(path: signer.key),
            certificates: signer.certificate.map { (try CertificateChain.read(path: $0), $0) }
        )
    }

    var report: String { folder.path("report.xml") }
    var statement: String { folder.path("report.intoto.json") }
    var bytes: [UInt8] { get throws { try folder.bytes("report.xml") } }
    var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }

    /// Trust in the signer's public key.
    var trust: Trust { get throws { .key(try PublicKey.read(path: signer.publicKey)) } }

    /// What is found of the report, by default with the signer's public key.
    func verify(
        trust: Trust? = nil,
        statement: Bool = false,
        files: [VerificationRequest.File] = [],
        dataSets: [VerificationRequest.DataSet] = [],
        at moment: Date = Date()
    ) throws -> Verification {
        try ReportVerifier.verify(
            VerificationRequest(
                report: report,
                trust: try trust ?? self.trust,
                statement: statement ? self.statement : nil,
                files: files,
                dataSets: dataSets,
                at: moment
            )
        )
    }

    /// The first match of a pattern in the report.
    func part(_ pattern: String) throws -> String {
        let text = try text
        guard let range = text.range(of: pattern, options: .regularExpression) else {
            throw KeyRing.Failed(errors: "the report holds no '\(pattern)'")
        }
        return String(text[range])
    }

    /// The digest the signature names.
    var digestValue: String { get throws { try part("(?<=<DigestValue>)[^<]*") } }

    /// What the report says of its key.
    var keyInfo: String { get throws { try part("(?s)<KeyInfo>.*</KeyInfo>") } }

    /// The signature as it stands in the report.
    var signature: String { get throws { try part("(?s)  <Signature .*</Signature>\\n") } }

    /// Puts other text into the signed report.
    func replace(_ old: String, _ new: String) throws {
        let text = try text
        guard text.contains(old) else { throw KeyRing.Failed(errors: "the report holds no '\(old)'") }
        try folder.write("report.xml", Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
    }

    /// What xmlsec1 says, with the signer's public key alone.
    func xmlsec(_ path: String? = nil) throws -> Bool {
        try Self.xmlsec(path ?? report, publicKey: signer.publicKey)
    }

    static func xmlsec(_ path: String, publicKey: String) throws -> Bool {
        try Tool.run(
            "xmlsec1",
            ["--verify", "--enabled-key-data", "key-name", "--pubkey-pem", publicKey, path]
        ).status == 0
    }
}
