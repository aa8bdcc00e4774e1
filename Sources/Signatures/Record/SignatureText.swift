import Foundation

/// The `Signature` element as it stands in a report, as text: the rest of the report keeps its bytes.
enum SignatureText {
    /// How the element starts when LayerAudit wrote it.
    static let start = "  <Signature xmlns=\"\(XMLSignature.namespace)\">"
    /// How it ends.
    static let end = "</Signature>\n"

    /// The element.
    ///
    /// - Parameters:
    ///   - kind: the key's.
    ///   - digest: base64 of the record's digest; empty in a template.
    ///   - value: base64 of the signature; empty in a template.
    ///   - keyInformation: the `KeyInfo` element; empty in a template.
    static func element(_ kind: KeyKind, digest: String, value: String, keyInformation: String) -> String {
        """
        \(start)
            <SignedInfo>
              <CanonicalizationMethod Algorithm="\(XMLSignature.canonicalization)"/>
              <SignatureMethod Algorithm="\(kind.method)"/>
              <Reference URI="">
                <Transforms>
                  <Transform Algorithm="\(XMLSignature.enveloped)"/>
                  <Transform Algorithm="\(XMLSignature.canonicalization)"/>
                </Transforms>
                <DigestMethod Algorithm="\(XMLSignature.sha256)"/>
                <DigestValue>\(digest)</DigestValue>
              </Reference>
            </SignedInfo>
            <SignatureValue>\(value)</SignatureValue>\(keyInformation.isEmpty ? "" : "\n" + keyInformation)
          \(end)
        """
    }

    /// `KeyInfo` with the certificates, the signer's first.
    static func keyInformation(_ certificates: CertificateChain) -> String {
        let elements = certificates.encoded.map { "        <X509Certificate>\(base64($0))</X509Certificate>\n" }
        return "    <KeyInfo>\n      <X509Data>\n\(elements.joined())      </X509Data>\n    </KeyInfo>"
    }

    /// `KeyInfo` with the value of a public key; nil where its numbers cannot be read.
    static func keyInformation(_ key: PublicKey) -> String? {
        guard let first = key.number(0), let second = key.number(1) else { return nil }
        let value =
            switch key.kind {
            case .p256:
                """
                        <ECKeyValue xmlns="\(XMLSignature.namespace11)">
                          <NamedCurve URI="\(XMLSignature.p256)"/>
                          <PublicKey>\(base64([4] + first + second))</PublicKey>
                        </ECKeyValue>
                """
            case .rsa:
                """
                        <RSAKeyValue>
                          <Modulus>\(base64(first))</Modulus>
                          <Exponent>\(base64(second))</Exponent>
                        </RSAKeyValue>
                """
            }
        return "    <KeyInfo>\n      <KeyValue>\n\(value)\n      </KeyValue>\n    </KeyInfo>"
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    }
}
