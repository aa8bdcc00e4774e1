import ArgumentParser
import Signatures

/// `layeraudit report sign`.
struct SignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a report.xml, and states which files it is about.",
        discussion: """
            Puts an XML signature at the end of the report (ECDSA P-256 or RSA, SHA-256, exclusive canonicalisation; \
            every other byte stays), and writes beside it an in-toto statement in a DSSE envelope, signed with the same \
            key, with the SHA-256 of the report, the model, the transferred layers, the manifest, the policy and the \
            data sets. Every other format renders from a signed report as before.

            A KEY
              openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -out key.pem
              openssl pkey -in key.pem -pubout -out public.pem

            EXAMPLES
              layeraudit report sign audit-report/report.xml --key key.pem --passphrase-env REPORT_KEY
              layeraudit report sign report.xml --key key.pem --certificate cert.pem --output signed.xml
            """
    )

    @Argument(help: ArgumentHelp("The record of an audit.", valueName: "report.xml"))
    var record: String

    @Option(help: ArgumentHelp("The private key: P-256, or RSA from 2,048 bits; PEM or DER.", valueName: "file"))
    var key: String

    @Option(
        help: ArgumentHelp(
            "The key's certificate in PEM, with those between it and the authority behind it; goes into the report.",
            valueName: "file"
        )
    )
    var certificate: String?

    @Option(
        help: ArgumentHelp("The environment variable that holds the passphrase of an encrypted key.", valueName: "name")
    )
    var passphraseEnv: String?

    @Option(help: ArgumentHelp("The file whose first line is the passphrase.", valueName: "file"))
    var passphraseFile: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where the signed report goes, by default in the record's place; the statement stands beside it as "
                + "<name>.intoto.json.",
            valueName: "file"
        )
    )
    var output: String?

    @Flag(help: "Puts this signature in the place of one that is there.")
    var replace = false

    func validate() throws {
        guard passphraseEnv == nil || passphraseFile == nil else {
            throw ValidationError("give --passphrase-env or --passphrase-file, not both")
        }
    }

    func run() throws {
        let passphrase =
            try passphraseEnv.map { try Passphrase.environment($0) } ?? passphraseFile.map { try Passphrase.file($0) }
        let written = try ReportSigning.sign(
            report: record,
            key: SigningKey.read(path: key, passphrase: passphrase),
            certificates: certificate.map { (try CertificateChain.read(path: $0), $0) },
            output: output,
            replaces: replace
        )
        print(written.report)
        print(written.statement)
    }
}
