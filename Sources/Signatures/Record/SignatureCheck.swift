import CXMLSec

/// What holds of a document's signature with one key.
struct SignatureCheck {
    /// The document has the digest that the signature names.
    let digest: Bool
    /// The signature value is this key's.
    let value: Bool
    /// Why the document cannot be looked at in this way; nil where it can.
    let refusal: String?

    /// Verifies a document whose signature has the accepted form.
    static func of(_ bytes: [UInt8], key: PublicKey) -> SignatureCheck {
        var result = signing_xml_result()
        var reason = [CChar](repeating: 0, count: 256)
        let status = signing_xml_verify(bytes, bytes.count, key.handle.pointer, &result, &reason)
        let refusal: String? =
            switch status {
            case SIGNING_XML_DONE: nil
            case SIGNING_XML_UNCOVERED: "the report holds comments or a DOCTYPE, which no signature covers"
            case SIGNING_XML_NO_SIGNATURE: "it does not stand at the end of the report"
            default: "it cannot be computed: \(String(reason: reason))"
            }
        return SignatureCheck(digest: result.digest == 1, value: result.value == 1, refusal: refusal)
    }
}
