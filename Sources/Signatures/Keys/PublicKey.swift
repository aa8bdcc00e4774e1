import CXMLSec
import Diagnostics

/// A key that signatures are verified with.
public struct PublicKey: Sendable {
    let handle: KeyHandle
    /// What it is.
    public let kind: KeyKind

    init(_ handle: KeyHandle, at location: Location) throws(SignatureError) {
        self.handle = handle
        kind = try handle.kind(at: location)
    }

    /// Reads a public key in PEM, as `openssl pkey -pubout` writes it.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `notAKey`, `unsupportedKey`, `weakKey`.
    public static func read(path: String) throws(SignatureError) -> PublicKey {
        let bytes = try BoundedFile.read(path)
        guard let handle = KeyHandle(signing_public_key(bytes, bytes.count)) else {
            throw SignatureError(
                .notAKey,
                "there is no public key in this file",
                at: .file(path),
                remedy: "Give the signer's public key (openssl pkey -in key.pem -pubout -out public.pem), or a "
                    + "certificate with --certificate."
            )
        }
        return try PublicKey(handle, at: .file(path))
    }

    /// SHA-256 of the key's SubjectPublicKeyInfo in lower-case hexadecimal: its name in an envelope; nil where memory is
    /// short.
    public var fingerprint: String? {
        [UInt8](taking: signing_key_information(handle.pointer)).flatMap { try? ContentDigest.of($0) }
    }

    /// Whether both are the same key.
    func isSame(as other: PublicKey) -> Bool { signing_key_equal(handle.pointer, other.handle.pointer) == 1 }

    /// Whether a signature over some bytes holds: ECDSA as a DER sequence, RSA as PKCS#1 v1.5.
    func accepts(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        signing_key_verify(handle.pointer, bytes, bytes.count, signature, signature.count) == 1
    }
}
