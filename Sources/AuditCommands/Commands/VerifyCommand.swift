import ArgumentParser
import Audits
import Signatures

/// `layeraudit report verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies a signed report, its statement and the files it is about.",
        discussion: """
            Says of each part whether it holds. Whose key it is has to come from you: the signer's public key or \
            certificate, or an authority that issued the certificate in the report. The report's own key shows only \
            that the report is whole. Nothing is fetched; dates of certificates are held against this machine's clock.

            EXAMPLES
              layeraudit report verify report.xml --key public.pem --statement report.intoto.json
              layeraudit report verify report.xml --trusted ca.pem --model source.h5 --transferred shared.h5
              layeraudit report verify report.xml --certificate cert.pem --manifest audit.yaml --data

            Exit code: 0 everything asked holds, 1 something does not, 2 something could not be checked.
            """
    )

    @Argument(help: ArgumentHelp("The signed record of an audit.", valueName: "report.xml"))
    var record: String

    @OptionGroup(title: "Whom to believe") var trust: TrustOptions

    @Option(help: ArgumentHelp("The statement that was written beside the report.", valueName: "report.intoto.json"))
    var statement: String?

    @OptionGroup(title: "What it is about") var contents: ContentOptions

    func run() throws {
        let verification = try ReportVerifier.verify(
            VerificationRequest(
                report: record,
                trust: trust.trust(),
                statement: statement,
                files: contents.files,
                dataSets: contents.dataSets()
            )
        )
        for line in VerificationLines.lines(verification) { print(line) }
        if verification.exitCode != 0 { throw ExitCode(verification.exitCode) }
    }
}
