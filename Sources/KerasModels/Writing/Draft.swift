import Foundation

/// A text that is to appear together with another file, or not at all.
enum Draft {
    /// Writes a text under another name, does the work, and puts the text in its place.
    ///
    /// - Parameter path: where the text will be; nil to write none.
    static func write(_ text: String, to path: String?, beside work: () throws -> Void) throws {
        guard let path else { return try work() }
        let draft = path + ".partial"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
            try work()
            guard rename(draft, path) == 0 else {
                throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
            }
        } catch {
            unlink(draft)
            throw error
        }
    }
}
