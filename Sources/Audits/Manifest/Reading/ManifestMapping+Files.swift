import Foundation

extension ManifestMapping {
    /// What a path must lead to.
    enum PathKind: String {
        case file, folder
    }

    /// A path, relative to the manifest, that must exist.
    ///
    /// - Returns: the resolved path; nil, with the problem noted, when nothing of the kind is there.
    func existing(_ kind: PathKind, _ key: String) -> String? {
        guard let written = text(key) else { return nil }
        let resolved = resolve(written)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: resolved, isDirectory: &isFolder)
        guard exists, isFolder.boolValue == (kind == .folder) else {
            let problem = exists ? "is no \(kind.rawValue)" : "does not exist"
            problems.add(
                .missingFile,
                "the \(kind.rawValue) '\(written)' of '\(path(of: key))' \(problem)",
                at: location(of: key),
                remedy: "Mend the path; it is taken from the manifest's folder and leads to \(resolved)."
            )
            return nil
        }
        return resolved
    }

    /// A path as written, taken from the manifest's folder.
    func resolve(_ written: String) -> String {
        guard !written.hasPrefix("/") else { return written }
        let folder = (problems.path as NSString).deletingLastPathComponent
        return folder.isEmpty ? written : (folder as NSString).appendingPathComponent(written)
    }
}
