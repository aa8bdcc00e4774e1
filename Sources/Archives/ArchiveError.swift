import Diagnostics

/// What can go wrong with a zip or gzip file.
public struct ArchiveError: DiagnosticError {
    /// The closed list of what can go wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no file at the path.
        case fileNotFound
        /// The file is there but may not be read, or is a folder.
        case notReadable
        /// The file is no archive of the kind.
        case notAnArchive
        /// The content does not agree with its own lengths or check sums.
        case damaged
        /// No entry of that name.
        case entryNotFound
        /// An entry's name would lead out of the folder it is unpacked in.
        case unsafeName
        /// Two entries have one name, so that readers may disagree about the content.
        case duplicateEntry
        /// There are more entries than any honest archive has.
        case tooManyEntries
        /// Entries share their packed bytes, so that the content is far larger than the file.
        case overlapping
        /// The content is larger than the caller allows, or than its compressed form can hold.
        case tooLarge
        /// The content is encrypted.
        case encrypted
        /// The content is compressed by a method that is not available.
        case unsupported
        /// The unpacked content cannot be written.
        case cannotWrite
    }

    /// Which of the closed list this is.
    public let code: Code
    /// The archive.
    public let location: Location
    /// What the library below said.
    public let cause: String?
    /// What is wrong, in one sentence.
    public let summary: String
    /// What the reader can do about it.
    public let remedy: String

    init(_ code: Code, _ path: String, _ summary: String, cause: String? = nil, remedy: String? = nil) {
        self.code = code
        location = .file(path)
        self.summary = summary
        self.cause = cause
        self.remedy = remedy ?? code.remedy
    }

    /// `archive.<code>`.
    public var id: String { "archive.\(code.rawValue)" }
}

extension ArchiveError.Code {
    var remedy: String {
        switch self {
        case .fileNotFound: "Check the path; relative paths start at the folder of the manifest that names them."
        case .notReadable: "Give yourself read permission on the file, and name a file rather than a folder."
        case .notAnArchive: "Name a file that `unzip -l` or `gzip -t` accepts."
        case .damaged: "Copy or download the file again; `unzip -t` or `gzip -t` tells whether it is whole."
        case .entryNotFound: "List the entries with `unzip -l`, and name one of them."
        case .unsafeName: "Do not unpack this file; ask its sender for one without `..` or absolute names."
        case .duplicateEntry: "Do not trust this file; pack it again with each name once."
        case .tooManyEntries, .overlapping: "Do not trust this file; ask its sender for one that holds the model alone."
        case .tooLarge: "Do not trust this file unless you know why it is so large; unpack it yourself if you do."
        case .encrypted: "Unpack the file with its password, and pack it again without one."
        case .unsupported: "Pack the file again with the method deflate or none."
        case .cannotWrite: "Make room in the temporary folder (TMPDIR), then run again."
        }
    }
}
