import Tensors
import Diagnostics

/// What is wrong with an architecture or a training run.
public struct NetworkError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// A layer cannot take the shapes it is given.
        case shapeMismatch
        /// Weights do not fit the architecture.
        case weightsMismatch
        /// There is no layer of that name.
        case unknownLayer
        /// More than one tensor passes that place, so that the network cannot be cut there.
        case notACut
        /// The network's answer is not one vector of class scores.
        case notAClassifier
        /// A record's gradient depends on the other records of its batch.
        case mixesRecords
        /// No layer has weights that are trained.
        case nothingTrained
        /// The figures asked of private training contradict each other.
        case privacySettings
        /// There are no reference records, or not a class for each.
        case noReference
        /// Training ended in values that are not numbers.
        case diverged
        /// The run was cancelled.
        case cancelled
        /// The engine failed.
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
    /// `network.<code>`.
    public var id: String { "network.\(code.rawValue)" }

    /// Describes a failure.
    public init(
        _ code: Code,
        _ summary: String,
        at location: Location = .run,
        cause: String? = nil,
        remedy: String
    ) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }

    /// An engine failure, carried over.
    public init(_ error: TensorError) {
        self.init(.engine, error.summary, cause: error.cause, remedy: error.remedy)
    }

    /// Shapes a layer cannot take.
    public static func shape(_ layer: String, _ problem: String) -> NetworkError {
        NetworkError(
            .shapeMismatch,
            "\(layer): \(problem)",
            remedy: "Check the model's configuration; the file may have been edited or belong to another input size."
        )
    }
}
