import Foundation

/// Real models beside the repository; tests that use them are skipped where the folder is absent.
enum SharedData {
    /// The folder `shared/data`, or nil.
    static let folder: String? = {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let beside = repository.deletingLastPathComponent().appending(path: "shared").path
        let stated = ProcessInfo.processInfo.environment["LAYERAUDIT_SHARED"]
        return [stated, beside].compactMap(\.self).map { $0 + "/data" }.first {
            FileManager.default.fileExists(atPath: $0)
        }
    }()

    /// Whether it is there.
    static var isPresent: Bool { folder != nil }

    /// A path below it.
    static func path(_ name: String) -> String { (folder ?? "") + "/" + name }
}
