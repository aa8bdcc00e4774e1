import Audits
import Diagnostics
import Foundation
import TestSupport

/// A folder of its own with an `audit.yaml` and the (empty) files it names.
struct ManifestFolder {
    private let folder: WorkFolder
    let manifest: String

    /// The smallest complete manifest.
    static let smallest = """
        version: 1
        source: {model: source.h5}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        context: {release: partner}

        """

    init(_ yaml: String, files: [String] = ["source.h5", "data.h5"]) throws {
        folder = try WorkFolder()
        for name in files { try folder.write(name) }
        manifest = try folder.write("audit.yaml", yaml)
    }

    var url: URL { folder.url }

    func path(_ name: String) -> String { folder.path(name) }

    func read(profile: AuditProfile? = nil) throws(ManifestError) -> AuditManifest {
        try ManifestReader.read(path: manifest, profile: profile)
    }

    /// What reading says, as `code line:column` per problem; nothing when it succeeds.
    func problems() -> [String] {
        do {
            _ = try read()
            return []
        } catch {
            return ([error] + error.others).map { problem in
                guard case .file(_, let line, let column) = problem.location else {
                    return "\(problem.code.rawValue) ?"
                }
                return "\(problem.code.rawValue) \(line ?? 0):\(column ?? 0)"
            }
        }
    }

    /// The first problem reading has.
    func firstProblem() -> ManifestError? {
        do {
            _ = try read()
            return nil
        } catch { return error }
    }
}
