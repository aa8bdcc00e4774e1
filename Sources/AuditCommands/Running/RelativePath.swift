import Audits
import Foundation

/// Paths as a manifest in another folder names them.
enum RelativePath {
    /// The path seen from a folder; absolute where it is not below it.
    static func of(_ path: String, from folder: String) -> String {
        let target = URL(fileURLWithPath: path).standardizedFileURL.path
        let base = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
        let prefix = base.hasSuffix("/") ? base : base + "/"
        return target.hasPrefix(prefix) ? String(target.dropFirst(prefix.count)) : target
    }
}

extension ModelReference {
    /// The same model with its paths taken from another folder.
    func seen(from folder: String) -> ModelReference {
        var reference = self
        reference.file = RelativePath.of(file, from: folder)
        reference.architecture = architecture.map { RelativePath.of($0, from: folder) }
        return reference
    }
}
