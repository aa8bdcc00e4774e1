import CXMLSec
import Diagnostics
import Reports

/// Signs a record with an enveloped XML signature.
enum RecordSigner {
    /// The record with its signature, read and verified again before anybody gets it.
    ///
    /// - Parameters:
    ///   - report: a valid record.
    ///   - key: the signer's.
    ///   - certificates: what to bring along instead of the key's value; the signer's first.
    ///   - replaces: whether a signature that is there already gives way.
    /// - Throws: `alreadySigned`, `notSignable`, `signingFailed`.
    static func sign(
        _ report: ReportDocument,
        key: SigningKey,
        certificates: CertificateChain?,
        replaces: Bool
    ) throws(SignatureError) -> [UInt8] {
        let bytes = try unsigned(report, replaces: replaces)
        let kind = key.publicKey.kind
        let template = SignatureText.element(kind, digest: "", value: "", keyInformation: "")
        let (digest, value) = try values(
            SignedBytes.inserting(template, into: bytes, name: report.name),
            key: key,
            name: report.name
        )
        guard
            let information = certificates.map(SignatureText.keyInformation)
                ?? SignatureText.keyInformation(key.publicKey)
        else { throw failed(report.name, "the key's public part cannot be read") }
        let element = SignatureText.element(kind, digest: digest, value: value, keyInformation: information)
        let result = try SignedBytes.inserting(element, into: bytes, name: report.name)
        try prove(result, key: key.publicKey, name: report.name)
        return result
    }

    private static func unsigned(_ report: ReportDocument, replaces: Bool) throws(SignatureError) -> [UInt8] {
        guard report.xml.root.children.contains(where: { $0.namespace == XMLSignature.namespace }) else {
            return report.bytes
        }
        guard replaces else {
            throw SignatureError(
                .alreadySigned,
                "the report is signed already",
                at: .file(report.name),
                remedy: "Verify it with 'layeraudit report verify', or put your signature in the place of the one "
                    + "there is with --replace."
            )
        }
        guard let bytes = SignedBytes.removing(from: report.bytes) else {
            throw SignatureError(
                .alreadySigned,
                "the report is signed by another program, so its signature cannot be replaced",
                at: .file(report.name),
                remedy: "Sign the report.xml as the audit wrote it."
            )
        }
        return bytes
    }

    private static func values(
        _ template: [UInt8],
        key: SigningKey,
        name: String
    ) throws(SignatureError) -> (digest: String, value: String) {
        var digest = signing_bytes()
        var value = signing_bytes()
        var reason = [CChar](repeating: 0, count: 256)
        let status = signing_xml_sign(template, template.count, key.handle.pointer, &digest, &value, &reason)
        let texts = (String(taking: digest), String(taking: value))
        switch (status, texts.0, texts.1) {
        case (SIGNING_XML_DONE, let digest?, let value?):
            return (digest, value)
        case (SIGNING_XML_UNCOVERED, _, _):
            throw SignatureError(
                .notSignable,
                "the report holds comments or a DOCTYPE, which no signature would cover",
                at: .file(name),
                remedy: "Sign the report.xml as the audit wrote it."
            )
        default:
            throw failed(name, String(reason: reason))
        }
    }

    /// A signature that nobody can verify would only show up in the recipient's hands.
    private static func prove(_ bytes: [UInt8], key: PublicKey, name: String) throws(SignatureError) {
        let form: SignatureForm?
        do {
            let report = try ReportDocument.read(bytes: bytes, name: name)
            form = try SignatureForm.find(in: report.xml.root)
        } catch {
            throw failed(name, "\(error)")
        }
        let holding = SignatureCheck.of(bytes, key: key)
        guard form != nil, holding.digest, holding.value else { throw failed(name, "it does not verify") }
    }

    private static func failed(_ name: String, _ cause: String) -> SignatureError {
        SignatureError(
            .signingFailed,
            "the report could not be signed",
            at: .file(name),
            cause: cause.isEmpty ? nil : cause,
            remedy: "Check the key (openssl pkey -in key.pem -check) and that the report is as the audit wrote it."
        )
    }
}
