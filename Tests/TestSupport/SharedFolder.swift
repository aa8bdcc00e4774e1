import Foundation

/// Real data, models and schemas beside the repository, which are not part of it: tests that need them are skipped where
/// they are absent.
public enum SharedFolder {
    /// The folder `shared` beside the repository, or the one `LAYERAUDIT_SHARED` names; there need not be one.
    public static let path: String = {
        if let named = ProcessInfo.processInfo.environment["LAYERAUDIT_SHARED"] { return named }
        var repository = URL(filePath: #filePath)
        for _ in 0..<3 { repository.deleteLastPathComponent() }
        return repository.deletingLastPathComponent().appending(path: "shared").path
    }()

    /// The path of something in it.
    public static func path(_ name: String) -> String { path + "/" + name }

    /// Whether something is in it.
    public static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
