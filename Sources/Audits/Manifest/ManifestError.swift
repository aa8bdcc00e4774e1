import Diagnostics

/// What is wrong with a manifest; carries every problem found in the file, the first one as itself.
public struct ManifestError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// There is no such file, or it cannot be read.
        case unreadable
        /// The file is larger than a manifest can be.
        case tooLarge
        /// The file is not UTF-8 text.
        case notText
        /// The file is not YAML.
        case notYAML
        /// Anchors and aliases are not taken.
        case alias
        /// A key is written twice.
        case duplicateKey
        /// The key is none a manifest has there.
        case unknownKey
        /// A key that must be there is not.
        case missingKey
        /// The value has another type than the key asks for.
        case wrongType
        /// The value is of the right type but not one the key can take.
        case badValue
        /// The manifest names a file or folder that is not there.
        case missingFile
        /// Two keys contradict each other.
        case conflict
        /// A shadow size that the shadow data cannot fill.
        case tooFewRecords
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// Where in the manifest.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// The manifest's other problems, in the order of the file.
    public internal(set) var others: [ManifestError] = []

    /// `manifest.<code>`.
    public var id: String { "manifest.\(code.rawValue)" }

    /// All problems, one after the other.
    public var description: String {
        ([self] + others).map { error in
            let cause = error.cause.map { "\n  cause: \($0)" } ?? ""
            return "\(error.location): \(error.summary)\(cause)\n  remedy: \(error.remedy)\n  [\(error.id)]"
        }.joined(separator: "\n")
    }

    /// Describes a problem.
    public init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
