import Foundation
import TestSupport
import Testing

/// The program that makes keys; nil where it is not installed.
private let opensslPath = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// `report sign` and `report verify` from the command line.
@Suite(.enabled(if: opensslPath != nil, "needs openssl"))
struct SignatureCommandTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Reports/sample/report.xml")

    private func openssl(_ arguments: String..., at folder: WorkFolder) throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(opensslPath))
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// A folder with the sample report and an encrypted key.
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try FileManager.default.copyItem(at: Self.sample, to: folder.url.appending(path: "report.xml"))
        try folder.write("passphrase", "open sesame\n")
        try openssl(
            "genpkey",
            "-algorithm",
            "EC",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-aes-256-cbc",
            "-pass",
            "file:passphrase",
            "-out",
            "key.pem",
            at: folder
        )
        try openssl("pkey", "-in", "key.pem", "-passin", "file:passphrase", "-pubout", "-out", "public.pem", at: folder)
        return folder
    }

    @Test func signAndVerify() throws {
        let folder = try folder()
        let arguments = ["report", "sign", "report.xml", "--key", "key.pem", "--passphrase-file", "passphrase"]
        let signed = try CommandRun(list: arguments, at: folder)
        #expect(signed.code == 0)
        #expect(signed.output.contains("report.intoto.json"))
        #expect(
            folder.contents == ["key.pem", "passphrase", "public.pem", "report.intoto.json", "report.xml"]
        )

        let verify = ["report", "verify", "report.xml", "--statement", "report.intoto.json"]
        let verified = try CommandRun(list: verify + ["--key", "public.pem"], at: folder)
        #expect(verified.code == 0)
        #expect(verified.output.contains("VERIFIED (exit code 0)"))
        #expect(try CommandRun(list: verify, at: folder).code == 2)
        #expect(try CommandRun(list: verify + ["--accept-embedded-key"], at: folder).code == 0)

        let again = try CommandRun(list: arguments, at: folder)
        #expect(again.code == 2)
        #expect(again.errorID == "signature.already-signed")
        #expect(try CommandRun(list: arguments + ["--replace"], at: folder).code == 0)

        let page = try CommandRun("report", "render", "report.xml", "--format", "html", at: folder)
        #expect(page.code == 0)
        let text = try String(contentsOf: folder.url.appending(path: "report.xml"), encoding: .utf8)
        try folder.write("report.xml", text.replacing("Example Hospital", with: "Another Hospital"))
        let changed = try CommandRun(list: verify + ["--key", "public.pem"], at: folder)
        #expect(changed.code == 1)
        #expect(changed.output.contains("does not hold: "))
    }

    @Test func filesAndPolicies() throws {
        let folder = try folder()
        try folder.write("source.h5", "not the model")
        _ = try CommandRun(
            "report",
            "sign",
            "report.xml",
            "--key",
            "key.pem",
            "--passphrase-file",
            "passphrase",
            "--output",
            "signed/signed.xml",
            at: folder
        )
        let run = try CommandRun(
            "report",
            "verify",
            "signed/signed.xml",
            "--key",
            "public.pem",
            "--model",
            "source.h5",
            "--policy",
            "gdpr-baseline",
            "--target-model",
            "source.h5",
            at: folder
        )
        #expect(run.code == 1)
        // The sample's digests are invented, so neither is what was audited; it has no target model's.
        #expect(run.output.contains("source model (source.h5)"))
        #expect(run.output.contains("policy (gdpr-baseline)"))
        #expect(run.output.contains("not checked:    target model"))
    }

    @Test func keysThatCannotSign() throws {
        let folder = try folder()
        let locked = try CommandRun("report", "sign", "report.xml", "--key", "key.pem", at: folder)
        #expect(locked.code == 2)
        #expect(locked.errorID == "signature.passphrase-missing")
        let unset = try CommandRun(
            "report",
            "sign",
            "report.xml",
            "--key",
            "key.pem",
            "--passphrase-env",
            "LAYERAUDIT_NO_SUCH_VARIABLE",
            at: folder
        )
        #expect(unset.errorID == "signature.passphrase-missing")
        let missing = try CommandRun("report", "sign", "report.xml", "--key", "none.pem", at: folder)
        #expect(missing.errorID == "signature.unreadable")
        #expect(missing.names("none.pem"))
        #expect(missing.hasRemedy)
        #expect(folder.contents == ["key.pem", "passphrase", "public.pem", "report.xml"])
    }

    @Test(
        arguments: [
            ["--key", "a", "--trusted", "b"], ["--accept-embedded-key", "--certificate", "a"], ["--data"],
        ]
    )
    func usage(options: [String]) throws {
        #expect(try CommandRun(list: ["report", "verify", "report.xml"] + options).code == 64)
    }

    @Test func unsignedAndAbsent() throws {
        let folder = try folder()
        let unsigned = try CommandRun("report", "verify", "report.xml", "--key", "public.pem", at: folder)
        #expect(unsigned.code == 2)
        #expect(unsigned.output.contains("the report is not signed"))
        let absent = try CommandRun("report", "verify", "none.xml", "--key", "public.pem", at: folder)
        #expect(absent.code == 2)
        #expect(absent.names("none.xml"))
    }
}
