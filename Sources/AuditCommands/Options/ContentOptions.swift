import ArgumentParser
import Audits
import Foundation
import Policies
import Signatures

/// Files and data to hold against a report.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The source model.", valueName: "file"))
    var model: String?

    @Option(help: ArgumentHelp("The source model's architecture, where it has a file of its own.", valueName: "file"))
    var architecture: String?

    @Option(help: ArgumentHelp("The file that would leave.", valueName: "file"))
    var transferred: String?

    @Option(help: ArgumentHelp("The recipient's model.", valueName: "file"))
    var targetModel: String?

    @Option(help: ArgumentHelp("The policy: a file, or the name of a shipped one.", valueName: "policy"))
    var policy: String?

    @Option(help: ArgumentHelp("The manifest.", valueName: "file"))
    var manifest: String?

    @Flag(help: "Reads the data sets that the manifest names, and holds their records against the report's.")
    var data = false

    func validate() throws {
        guard !data || manifest != nil else {
            throw ValidationError("--data needs --manifest, which says where they are")
        }
    }

    /// The files given, by their roles in the record.
    var files: [VerificationRequest.File] {
        let paths = [
            ("source model", model), ("architecture", architecture), ("transferred layers", transferred),
            ("target model", targetModel), ("manifest", manifest),
        ]
        let files = paths.compactMap { role, path in
            path.map { VerificationRequest.File(role: role, content: .path($0)) }
        }
        return files
            + [policy].compactMap(\.self).map { VerificationRequest.File(role: "policy", content: content($0)) }
    }

    /// What the manifest's data sets hold now; empty where nobody asked.
    func dataSets() throws -> [VerificationRequest.DataSet] {
        guard data, let manifest else { return [] }
        return try AuditedData.contentHashes(ManifestReader.read(path: manifest)).map {
            VerificationRequest.DataSet(role: $0.role, contentHash: $0.contentHash)
        }
    }

    private func content(_ policy: String) -> VerificationRequest.File.Content {
        if !FileManager.default.fileExists(atPath: policy), let bytes = PolicyCatalog.bytes(named: policy) {
            return .bytes(bytes, name: policy)
        }
        return .path(policy)
    }
}
