import Diagnostics
import Foundation

/// A DSSE envelope: a payload, and signatures over it and its type.
struct Envelope: Codable {
    /// One signature; the key's id is a hint that nobody needs to believe.
    struct Signature: Codable {
        let keyid: String?
        let sig: String
    }

    static let payloadType = "application/vnd.in-toto+json"

    let payload: String
    let payloadType: String
    let signatures: [Signature]

    /// Signs a statement.
    ///
    /// - Throws: `signingFailed`.
    init(_ statement: Statement, key: SigningKey) throws(SignatureError) {
        let payload = try Self.json(statement)
        let signature = try key.sign(Self.encoding(of: payload, type: Self.payloadType))
        self.payload = Data(payload).base64EncodedString()
        payloadType = Self.payloadType
        signatures = [
            Signature(keyid: key.publicKey.fingerprint, sig: Data(signature).base64EncodedString())
        ]
    }

    /// Reads an envelope; nil where the bytes are none.
    init?(_ bytes: [UInt8]) {
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(bytes)) else { return nil }
        self = envelope
    }

    /// The payload as bytes; nil where it is no base64 (of the standard alphabet or the one for addresses).
    var content: [UInt8]? { Self.decoded(payload) }

    /// Whether one of the signatures is this key's over payload and type.
    func isSigned(by key: PublicKey) -> Bool {
        guard let content else { return false }
        let message = Self.encoding(of: content, type: payloadType)
        return signatures.prefix(100).contains { signature in
            Self.decoded(signature.sig).map { key.accepts($0, of: message) } ?? false
        }
    }

    /// The statement within; nil where the payload is of another type or none.
    var statement: Statement? {
        guard payloadType == Self.payloadType, let content,
            let statement = try? JSONDecoder().decode(Statement.self, from: Data(content)),
            statement._type == Statement.type, statement.predicateType == Statement.predicateType
        else { return nil }
        return statement
    }

    /// The envelope as one line of JSON.
    ///
    /// - Throws: `signingFailed`.
    func line() throws(SignatureError) -> [UInt8] { try Self.json(self) + [UInt8(ascii: "\n")] }

    /// DSSE's pre-authentication encoding: both lengths stand before what they measure, so nothing can be moved.
    static func encoding(of payload: [UInt8], type: String) -> [UInt8] {
        Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: standard + padding).map { [UInt8]($0) }
    }

    private static func json(_ value: some Encodable) throws(SignatureError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(value))
        } catch {
            throw SignatureError(
                .signingFailed,
                "the statement cannot be written as JSON",
                at: .run,
                cause: "\(error)",
                remedy: "Sign the report.xml as the audit wrote it."
            )
        }
    }
}
