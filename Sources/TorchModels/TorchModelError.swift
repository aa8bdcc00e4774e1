import Archives
import Diagnostics
import Tensors

/// What is wrong with a TorchScript file.
public struct TorchModelError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, CaseIterable {
        /// The file cannot be opened or read as a zip archive.
        case unreadable
        /// The archive is no TorchScript module, such as a file of `torch.save` with a pickled model or weights alone.
        case notTorchScript
        /// Reading the file would run code of its own.
        case codeWhileLoading
        /// The module's code can reach files, or calls functions that are not the engine's own.
        case forbiddenOperator
        /// The content is larger than a model's can be.
        case tooLarge
        /// The engine cannot read the module.
        case damaged
        /// There is no submodule of that name on the way to the answer.
        case unknownSubmodule
        /// More than one tensor passes beside the submodule.
        case notACut
        /// The module takes no such records, or its answer is not one tensor per record.
        case wrongShape
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// Where.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// `torch.<code>`.
    public var id: String { "torch.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }

    /// A failure of the archive, carried over.
    init(_ error: ArchiveError) {
        let cause = [error.id, error.cause].compactMap(\.self).joined(separator: ": ")
        let code: Code = error.code == .tooLarge ? .tooLarge : .unreadable
        self.init(code, error.summary, at: error.location, cause: cause, remedy: error.remedy)
    }
}
