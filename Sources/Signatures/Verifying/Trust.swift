/// Whom to believe.
public enum Trust: Sendable {
    /// The signer's public key, got from the signer.
    case key(PublicKey)
    /// The signer's certificate, got from the signer.
    case certificate(CertificateChain)
    /// Authorities: the report brings a certificate that one of them issued.
    case authorities(CertificateChain)
    /// Whoever holds the key that the report brings along: that shows that the report is whole, not who signed it.
    case embedded
    /// Nobody yet.
    case nobody
}
