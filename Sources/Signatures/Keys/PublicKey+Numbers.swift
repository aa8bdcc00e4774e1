import CXMLSec
import Diagnostics

extension PublicKey {
    /// P-256's x (0) and y (1), or RSA's modulus (0) and exponent (1), big-endian; nil where they cannot be read.
    func number(_ index: Int32) -> [UInt8]? { [UInt8](taking: signing_key_number(handle.pointer, index)) }

    /// A P-256 key from its uncompressed point: 4, x, y.
    ///
    /// - Throws: `notAKey`.
    static func p256(point: [UInt8], at location: Location) throws(SignatureError) -> PublicKey {
        guard point.count == 65, point[0] == 4 else { throw noKey(at: location) }
        return try of(SIGNING_KEY_P256, Array(point[1..<33]), Array(point[33...]), at: location)
    }

    /// An RSA key from modulus and exponent, big-endian.
    ///
    /// - Throws: `notAKey`, `weakKey`.
    static func rsa(modulus: [UInt8], exponent: [UInt8], at location: Location) throws(SignatureError) -> PublicKey {
        try of(SIGNING_KEY_RSA, modulus, exponent, at: location)
    }

    private static func of(
        _ kind: signing_key_kind,
        _ first: [UInt8],
        _ second: [UInt8],
        at location: Location
    ) throws(SignatureError) -> PublicKey {
        let pointer = signing_key_of_numbers(kind, first, first.count, second, second.count)
        guard let handle = KeyHandle(pointer) else { throw noKey(at: location) }
        return try PublicKey(handle, at: location)
    }

    private static func noKey(at location: Location) -> SignatureError {
        SignatureError(
            .notAKey,
            "the embedded key value is no key",
            at: location,
            remedy: "Verify with the signer's own public key: --key PUBLIC.pem."
        )
    }
}
