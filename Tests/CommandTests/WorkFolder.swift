import Foundation

/// A folder that is gone when the test is.
final class WorkFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "layeraudit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    @discardableResult
    func write(_ name: String, _ text: String = "") throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        return path(name)
    }

    /// Everything below the folder, hidden files included.
    var contents: [String] { (FileManager.default.subpaths(atPath: url.path) ?? []).sorted() }

    /// The folder `shared` beside the repository, or the one the environment names; nil where there is none.
    static let shared: String? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared").path
        let named = ProcessInfo.processInfo.environment["LAYERAUDIT_SHARED"]
        return [named, beside].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0) }
    }()
}
