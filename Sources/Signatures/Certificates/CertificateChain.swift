import CXMLSec
import Diagnostics
import Foundation

/// X.509 certificates in order, the signer's first; or a list of authorities. Nothing here changes them.
public final class CertificateChain: @unchecked Sendable {
    private let pointer: OpaquePointer

    private init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { signing_certificates_free(pointer) }

    /// Reads every certificate of a PEM file, the signer's first.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `notACertificate`.
    public static func read(path: String) throws(SignatureError) -> CertificateChain {
        let bytes = try BoundedFile.read(path)
        guard let pointer = signing_certificates_read(bytes, bytes.count) else {
            throw SignatureError(
                .notACertificate,
                "there is no certificate in this file, or one is damaged",
                at: .file(path),
                remedy: "Give certificates in PEM, the signer's first; a public key goes with --key."
            )
        }
        return CertificateChain(pointer)
    }

    /// Certificates in DER; nil where one is none.
    init?(_ certificates: [[UInt8]]) {
        guard !certificates.isEmpty, let pointer = signing_certificates_none() else { return nil }
        self.pointer = pointer
        for bytes in certificates where signing_certificates_append(pointer, bytes, bytes.count) == 0 { return nil }
    }

    /// Every certificate in DER.
    var encoded: [[UInt8]] {
        (0..<signing_certificates_count(pointer)).compactMap { [UInt8](taking: signing_certificate(pointer, $0)) }
    }

    /// Whom the first certificate names, as RFC 2253 writes names.
    public var subject: String { String(taking: signing_certificate_subject(pointer, 0)) ?? "" }

    /// From when until when the first certificate is valid; nil where it does not say.
    var validity: ClosedRange<Date>? {
        let start = signing_certificate_time(pointer, 0, 0)
        let end = signing_certificate_time(pointer, 0, 1)
        guard start != 0, end >= start else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(start))...Date(timeIntervalSince1970: TimeInterval(end))
    }

    /// Whether the first certificate is for signing.
    var maySign: Bool { signing_certificate_may_sign(pointer, 0) == 1 }

    /// The key of the first certificate.
    ///
    /// - Throws: `notACertificate`, `unsupportedKey`, `weakKey`.
    func key(at location: Location) throws(SignatureError) -> PublicKey {
        guard let handle = KeyHandle(signing_certificate_key(pointer, 0)) else {
            throw SignatureError(
                .notACertificate,
                "the certificate's key cannot be read",
                at: location,
                remedy: "Give a certificate for an RSA or P-256 key."
            )
        }
        return try PublicKey(handle, at: location)
    }

    /// Follows the first certificate to one of `authorities`, at a moment; nothing is fetched.
    ///
    /// - Returns: nil where the chain holds, or what is wrong with it.
    func problem(below authorities: CertificateChain, at moment: Date) -> String? {
        var reason = [CChar](repeating: 0, count: 256)
        let seconds = Int64(moment.timeIntervalSince1970)
        let chain = signing_certificates_chain(pointer, authorities.pointer, seconds, &reason)
        return chain == SIGNING_CHAIN_HOLDS ? nil : String(reason: reason)
    }
}
