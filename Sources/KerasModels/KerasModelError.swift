import Archives
import Diagnostics
import HDF5
import Networks
import Tensors

/// What is wrong with a Keras model file, or with a model that is to become one.
public struct KerasModelError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, CaseIterable {
        /// The file cannot be opened or read.
        case unreadable
        /// The file is of a kind that is not read.
        case unsupportedFormat
        /// The file is a TorchScript module.
        case torchScript
        /// The file has no model configuration.
        case noArchitecture
        /// The file has a model configuration without weights.
        case noWeights
        /// The configuration is not what Keras writes.
        case malformedConfig
        /// The configuration is larger or deeper than any real model's, or asks for more memory than any real layer.
        case tooLarge
        /// The file was written by a Keras whose configurations are not read.
        case unsupportedVersion
        /// A Keras layer that is not supported.
        case unsupportedLayer
        /// A supported layer with an option that is not.
        case unsupportedOption
        /// A layer that holds program code.
        case lambdaLayer
        /// A layer of somebody's own class.
        case customObject
        /// More than one input or output.
        case severalInputsOrOutputs
        /// There is no layer of that name.
        case unknownLayer
        /// An input axis without a fixed size.
        case unknownInputShape
        /// A layer cannot take the shape of its input.
        case shapeMismatch
        /// The file lacks weights of a layer.
        case weightsMissing
        /// Stored weights have another shape than the layer.
        case weightsMismatch
        /// The model has a layer that Keras does not.
        case notWritable
        /// The file cannot be written.
        case writeFailed
        /// The numerical engine failed.
        case engine
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
    /// `keras.<code>`.
    public var id: String { "keras.\(code.rawValue)" }

    /// Describes a failure.
    public init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }

    /// A failure of the file, carried over.
    init(_ error: HDF5Error, code: Code = .unreadable) {
        let cause = [error.id, error.cause].compactMap(\.self).joined(separator: ": ")
        self.init(code, error.summary, at: error.location, cause: cause, remedy: error.remedy)
    }

    /// A failure of an archive, carried over.
    init(_ error: ArchiveError) {
        let cause = [error.id, error.cause].compactMap(\.self).joined(separator: ": ")
        let code: Code = error.code == .tooLarge ? .tooLarge : .unreadable
        self.init(code, error.summary, at: error.location, cause: cause, remedy: error.remedy)
    }

    /// A failure of the engine, carried over.
    init(_ error: TensorError, at location: Location) {
        self.init(.engine, error.summary, at: location, cause: error.cause, remedy: error.remedy)
    }

    /// A configuration that is not what Keras writes.
    static func malformed(_ problem: String, at location: Location) -> KerasModelError {
        KerasModelError(
            .malformedConfig,
            problem,
            at: location,
            remedy: "Save the model again from Keras; the file's model_config may have been edited."
        )
    }
}
