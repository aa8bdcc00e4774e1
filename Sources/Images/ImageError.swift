import Diagnostics

/// What can go wrong with an image file.
public struct ImageError: DiagnosticError {
    /// The closed list of what can go wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no file at the path.
        case fileNotFound
        /// The file is there but may not be read, or is a folder.
        case notReadable
        /// The file starts like none of the formats that can be read.
        case unknownFormat
        /// The file ends too early or its content is corrupt.
        case damaged
        /// The declared size is beyond the limits.
        case tooLarge
        /// A variant of its format that cannot be read.
        case unsupported
    }

    /// Which of the closed list this is.
    public let code: Code
    /// The image file.
    public let location: Location
    /// What the library below said.
    public let cause: String?
    /// What is wrong, in one sentence.
    public let summary: String
    /// What the reader can do about it.
    public let remedy: String

    init(_ code: Code, _ path: String, _ summary: String, cause: String? = nil) {
        self.code = code
        location = .file(path)
        self.summary = summary
        self.cause = cause
        remedy = code.remedy
    }

    /// `image.<code>`.
    public var id: String { "image.\(code.rawValue)" }
}

extension ImageError.Code {
    fileprivate var remedy: String {
        switch self {
        case .fileNotFound: "Check the path."
        case .notReadable: "Give yourself read permission on the file, and name a file rather than a folder."
        case .unknownFormat: "Convert the image to PNG or JPEG, or take the file out of the folder."
        case .damaged: "Replace the file by a whole copy, or take it out of the folder."
        case .tooLarge:
            "Scale the image down to at most \(ImageLimits.side) pixels a side, or take it out of the folder."
        case .unsupported: "Convert the image to RGB or grey PNG or JPEG."
        }
    }
}
