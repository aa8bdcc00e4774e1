import CXMLSec
import Diagnostics

/// A private key that signs reports.
public struct SigningKey: Sendable {
    /// Its public part, and what kind it is.
    public let publicKey: PublicKey

    var handle: KeyHandle { publicKey.handle }

    /// Reads a private key: RSA from 2,048 bits or P-256, PEM (PKCS#8, SEC 1, PKCS#1) or DER, encrypted or not.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `notAKey`, `passphraseMissing`, `passphraseWrong`, `unsupportedKey`, `weakKey`.
    public static func read(path: String, passphrase: Passphrase? = nil) throws(SignatureError) -> SigningKey {
        let bytes = try BoundedFile.read(path)
        var status = SIGNING_KEY_NONE
        let pointer =
            if let passphrase {
                signing_private_key(bytes, bytes.count, passphrase.bytes, passphrase.bytes.count, &status)
            } else {
                signing_private_key(bytes, bytes.count, nil, 0, &status)
            }
        guard let handle = KeyHandle(pointer) else { throw refusal(status, path) }
        return SigningKey(publicKey: try PublicKey(handle, at: .file(path)))
    }

    /// Signs some bytes: ECDSA as a DER sequence, RSA as PKCS#1 v1.5.
    ///
    /// - Throws: `signingFailed`.
    func sign(_ bytes: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard let signature = [UInt8](taking: signing_key_sign(handle.pointer, bytes, bytes.count)) else {
            throw SignatureError(
                .signingFailed,
                "the key could not sign",
                at: .run,
                remedy: "Check the key: openssl pkey -in key.pem -check"
            )
        }
        return signature
    }

    private static func refusal(_ status: signing_key_status, _ path: String) -> SignatureError {
        switch status {
        case SIGNING_KEY_LOCKED:
            SignatureError(
                .passphraseMissing,
                "the key is encrypted",
                at: .file(path),
                remedy: "Name where its passphrase is: --passphrase-env VARIABLE or --passphrase-file FILE."
            )
        case SIGNING_KEY_WRONG_PASSPHRASE:
            SignatureError(
                .passphraseWrong,
                "the passphrase does not open the key",
                at: .file(path),
                remedy: "Give the passphrase the key was encrypted with."
            )
        default:
            SignatureError(
                .notAKey,
                "there is no private key in this file",
                at: .file(path),
                remedy: "Give a private key in PEM, such as openssl genpkey writes."
            )
        }
    }
}
