import Foundation

/// Real data beside the repository, which is not part of it; tests that need it are skipped where it is absent.
enum SharedData {
    /// The folder `shared/data` beside the repository, or below `LAYERAUDIT_SHARED`.
    static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["LAYERAUDIT_SHARED"] { return named + "/data" }
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return repository.deletingLastPathComponent().appendingPathComponent("shared/data").path
    }()

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }
}
