/// The kinds of key that sign reports.
public enum KeyKind: Sendable, Hashable, CustomStringConvertible {
    /// ECDSA on the curve P-256, with SHA-256.
    case p256
    /// RSA PKCS#1 v1.5 with SHA-256, and the bits of its modulus.
    case rsa(bits: Int)

    /// The fewest bits of an RSA key (NIST SP 800-131A: 112 bits of security).
    public static let fewestBits = 2048

    /// The kind in words.
    public var description: String {
        switch self {
        case .p256: "ECDSA P-256"
        case .rsa(let bits): "RSA of \(bits) bits"
        }
    }

    /// The identifier of the signature method in XML Signature.
    var method: String {
        switch self {
        case .p256: XMLSignature.ecdsa
        case .rsa: XMLSignature.rsa
        }
    }
}
