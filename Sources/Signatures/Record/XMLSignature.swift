/// The names of XML Signature that a signed report uses; every other one is refused.
enum XMLSignature {
    /// XML Signature 1.0.
    static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    /// XML Signature 1.1, for keys of elliptic curves.
    static let namespace11 = "http://www.w3.org/2009/xmldsig11#"
    /// Exclusive canonicalisation, without comments.
    static let canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// The signature is left out of what is signed.
    static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
    static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    static let ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
    static let rsa = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    /// The curve P-256.
    static let p256 = "urn:oid:1.2.840.10045.3.1.7"
}
