import ArgumentParser
import Signatures

/// Whose word a verification takes.
struct TrustOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The signer's public key in PEM.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("The signer's certificate in PEM.", valueName: "file"))
    var certificate: String?

    @Option(
        help: ArgumentHelp(
            "Authorities' certificates in PEM; the report brings a certificate that one of them issued.",
            valueName: "file"
        )
    )
    var trusted: String?

    @Flag(help: "Takes the report's own key: shows that the report is whole, not who signed it.")
    var acceptEmbeddedKey = false

    func validate() throws {
        guard [key, certificate, trusted].compactMap(\.self).count + (acceptEmbeddedKey ? 1 : 0) <= 1 else {
            throw ValidationError("give one of --key, --certificate, --trusted and --accept-embedded-key")
        }
    }

    /// What the options say.
    ///
    /// - Throws: `SignatureError` for a file that is no key or certificate.
    func trust() throws(SignatureError) -> Trust {
        if let key { return .key(try PublicKey.read(path: key)) }
        if let certificate { return .certificate(try CertificateChain.read(path: certificate)) }
        if let trusted { return .authorities(try CertificateChain.read(path: trusted)) }
        return acceptEmbeddedKey ? .embedded : .nobody
    }
}
