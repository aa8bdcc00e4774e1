import Diagnostics
import Foundation

/// The folder an audit writes into, tried before hours of work.
enum OutputFolder {
    /// Makes the folder and makes sure that files can be put into it.
    ///
    /// - Parameter isPrivate: whether a folder that is made is readable for its owner only.
    /// - Throws: `unwritable`.
    static func prepare(
        _ path: String,
        option: String = "--output",
        isPrivate: Bool = false
    ) throws(CommandError) {
        let probe = (path as NSString).appendingPathComponent(".layeraudit-\(getpid())")
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: isPrivate ? [.posixPermissions: 0o700] : nil
            )
            try Data([0]).write(to: URL(fileURLWithPath: probe))
            try FileManager.default.removeItem(atPath: probe)
        } catch {
            try? FileManager.default.removeItem(atPath: probe)
            throw CommandError(
                .unwritable,
                "the output folder cannot be written (\(option))",
                at: .file(path),
                cause: (error as? CocoaError)?.localizedDescription ?? "\(error)",
                remedy: "Give a folder on a disk with space that you may write to, with \(option)."
            )
        }
    }

    /// By default a folder beside the manifest, named after it.
    static func beside(manifest path: String) -> String {
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let folder = (path as NSString).deletingLastPathComponent
        return (folder as NSString).appendingPathComponent("\(name)-report")
    }
}
