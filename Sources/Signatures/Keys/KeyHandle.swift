import CXMLSec
import Diagnostics

/// Owns a key of OpenSSL. OpenSSL counts its references under a lock, and nothing here changes a key.
final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    deinit { signing_key_free(pointer) }

    /// The kind, or why a key of this kind does not sign reports.
    ///
    /// - Throws: `unsupportedKey`, `weakKey`.
    func kind(at location: Location) throws(SignatureError) -> KeyKind {
        let bits = Int(signing_key_bits(pointer))
        switch signing_key_kind_of(pointer) {
        case SIGNING_KEY_P256:
            return .p256
        case SIGNING_KEY_RSA where bits >= KeyKind.fewestBits:
            return .rsa(bits: bits)
        case SIGNING_KEY_RSA:
            throw SignatureError(
                .weakKey,
                "an RSA key of \(bits) bits is too weak: it takes \(KeyKind.fewestBits)",
                at: location,
                remedy: "Make a key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem"
            )
        default:
            throw SignatureError(
                .unsupportedKey,
                "the key is neither RSA nor of the curve P-256",
                at: location,
                remedy: "Make a key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem"
            )
        }
    }
}
