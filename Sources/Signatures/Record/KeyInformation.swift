import Foundation
import XML

/// The key that a signature brings along. It is not signed: it says which key to ask about, not whom to trust.
enum KeyInformation {
    case value(PublicKey)
    case certificates(CertificateChain)

    /// The key itself.
    ///
    /// - Throws: `notACertificate`, `unsupportedKey`, `weakKey`.
    func key(at name: String) throws(SignatureError) -> PublicKey {
        switch self {
        case .value(let key): key
        case .certificates(let chain): try chain.key(at: .file(name))
        }
    }

    /// Reads a `KeyInfo` element with one `KeyValue` or one `X509Data`.
    ///
    /// - Throws: `SignatureRefusal` for anything else: nothing is fetched or looked up.
    static func read(_ node: XMLNode) throws(SignatureRefusal) -> KeyInformation {
        let child = try node.only("KeyInfo")
        switch child.name {
        case "X509Data": return .certificates(try certificates(child))
        case "KeyValue": return .value(try value(try child.only("KeyValue"), name: node.document.name))
        default: throw SignatureRefusal("its KeyInfo holds '\(child.name)'")
        }
    }

    private static func certificates(_ node: XMLNode) throws(SignatureRefusal) -> CertificateChain {
        var encoded: [[UInt8]] = []
        for child in node.children {
            guard child.name == "X509Certificate", child.namespace == XMLSignature.namespace, encoded.count < 100 else {
                throw SignatureRefusal("its X509Data holds '\(child.name)'")
            }
            encoded.append(try bytes(child))
        }
        guard let chain = CertificateChain(encoded) else { throw SignatureRefusal("its X509Data is no certificate") }
        return chain
    }

    private static func value(_ node: XMLNode, name: String) throws(SignatureRefusal) -> PublicKey {
        let parts = node.children
        do {
            switch (node.name, parts.map(\.name)) {
            case ("RSAKeyValue", ["Modulus", "Exponent"]):
                return try .rsa(modulus: bytes(parts[0]), exponent: bytes(parts[1]), at: .file(name))
            case ("ECKeyValue", ["NamedCurve", "PublicKey"]) where parts[0].attribute("URI") == XMLSignature.p256:
                return try .p256(point: bytes(parts[1]), at: .file(name))
            default: throw SignatureRefusal("its KeyValue holds '\(node.name)'")
            }
        } catch let refusal as SignatureRefusal {
            throw refusal
        } catch {
            throw SignatureRefusal("its KeyValue is no key to sign reports with")
        }
    }

    private static func bytes(_ node: XMLNode) throws(SignatureRefusal) -> [UInt8] {
        let text = node.text.filter { !$0.isWhitespace }
        guard let data = Data(base64Encoded: text) else { throw SignatureRefusal("its \(node.name) is no base64") }
        return [UInt8](data)
    }
}
