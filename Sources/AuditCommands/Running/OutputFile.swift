import Foundation

/// One file a command was asked to write.
enum OutputFile {
    /// Writes the file; it appears whole or not at all.
    ///
    /// - Throws: `unwritable`.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandError(
                .unwritable,
                "the file cannot be written",
                at: .file(path),
                cause: (error as? CocoaError)?.localizedDescription ?? "\(error)",
                remedy: "Give a file in a folder that exists, that you may write to, and that has room."
            )
        }
    }
}
