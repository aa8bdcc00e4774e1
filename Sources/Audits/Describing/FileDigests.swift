import AuditCore
import Foundation
import Policies

/// Digests of the files an audit rests on, taken before they are read: what changes later was not audited.
enum FileDigests {
    /// The model, its checkpoints, the file that would leave, the target model, the manifest and the policy, as far as there
    /// are any.
    ///
    /// - Throws: `AuditError.unreadable` naming the file.
    static func of(_ manifest: AuditManifest, policy: Policy) throws -> [FileDigest] {
        let checkpoints = (manifest.source?.checkpoints ?? []).flatMap {
            [("source checkpoint", $0.model.file), ("architecture", $0.model.architecture)]
        }
        let model = [
            ("source model", manifest.source?.model.file),
            ("architecture", manifest.source?.model.architecture),
        ]
        let paths: [(role: String, path: String?)] =
            model + checkpoints + [
                ("transferred layers", manifest.transferred.weights),
                ("target model", manifest.target?.model?.file),
                ("source predictions", manifest.predictions?.source.path),
                ("shadow predictions", manifest.predictions?.shadow.path),
                ("manifest", manifest.path),
            ]
        var files: [FileDigest] = []
        for (role, path) in paths {
            guard let path else { continue }
            let digest = try Digest.ofFile(path)
            files.append(FileDigest(role: role, name: name(path), sha256: digest.sha256, bytes: digest.bytes))
        }
        files += policy.sources.enumerated().map { index, source in
            FileDigest(
                role: index == 0 ? "policy" : "policy extended",
                name: name(source.file),
                sha256: Digest.of(source.bytes),
                bytes: source.bytes.count
            )
        }
        return files
    }

    private static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
