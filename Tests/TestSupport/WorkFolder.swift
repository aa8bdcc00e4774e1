import Foundation

/// A folder of its own that is gone when the test is.
public final class WorkFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "layeraudit-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The folder's path.
    public var path: String { url.path }

    /// Everything below the folder, hidden files included.
    public var contents: [String] { contents("") }

    /// The path of something in it.
    public func path(_ name: String) -> String { url.appending(path: name).path }

    /// Makes a folder inside this one.
    public func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: true)
        return path(name)
    }

    /// Writes a file, and the folders it stands in.
    ///
    /// - Returns: its path.
    @discardableResult
    public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Writes a text.
    ///
    /// - Returns: its path.
    @discardableResult
    public func write(_ name: String, _ text: String = "") throws -> String { try write(name, text.utf8) }

    /// The bytes of a file.
    public func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }

    /// The text of a file.
    public func text(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// Everything below a folder of this one, hidden files included.
    public func contents(_ name: String) -> [String] {
        (FileManager.default.subpaths(atPath: path(name)) ?? []).sorted()
    }
}
