import Diagnostics
import KerasModels
import TorchModels

/// Where a model is, and what of it is meant.
public struct ModelReference: Sendable, Hashable {
    /// The model's file, or that of its weights.
    public var file: String
    /// The file with the architecture of weights saved alone: JSON, or another model file.
    public var architecture: String?
    /// The input layer that is meant, of several.
    public var input: String?
    /// The output layer that is meant, of several.
    public var output: String?
    /// Shape of one record, for axes the file leaves open; that of the data when nil.
    public var inputShape: [Int]?
    /// Whether records (H, W, C) are turned to (C, H, W) for a TorchScript module.
    public var isChannelsFirst: Bool

    /// Names a model.
    public init(
        _ file: String,
        architecture: String? = nil,
        input: String? = nil,
        output: String? = nil,
        inputShape: [Int]? = nil,
        isChannelsFirst: Bool = false
    ) {
        self.file = file
        self.architecture = architecture
        self.input = input
        self.output = output
        self.inputShape = inputShape
        self.isChannelsFirst = isChannelsFirst
    }

    /// Whether the file is a TorchScript module.
    public var isTorchScript: Bool { TorchModel.isTorchScript(file) }

    /// Reads a Keras model.
    ///
    /// - Parameter recordShape: shape of a record of the data, asked for when the file leaves axes open.
    /// - Throws: `KerasModelError`, or what `recordShape` throws.
    public func keras(recordShape: () throws -> [Int]) throws -> KerasModel {
        do {
            return try keras()
        } catch let error where error.code == .unknownInputShape {
            // Only what the file leaves open is taken from the data, so that data of another shape are told as such.
            return try read(shape: try recordShape())
        }
    }

    /// Reads a Keras model whose file leaves nothing open.
    ///
    /// - Throws: `KerasModelError`.
    public func keras() throws(KerasModelError) -> KerasModel { try read(shape: inputShape) }

    private func read(shape: [Int]?) throws(KerasModelError) -> KerasModel {
        try KerasModel.read(file, architecture: architecture, input: input, output: output, inputShape: shape)
    }

    /// Reads a model of any framework for its answers.
    ///
    /// - Parameters:
    ///   - layer: where the model will be cut; nil for its answers alone.
    ///   - recordShape: shape of one record of the data, asked for when the file does not say it.
    /// - Throws: `KerasModelError`, `TorchModelError`, or what `recordShape` throws.
    public func answering(upTo layer: String? = nil, recordShape: () throws -> [Int]) throws -> AnsweringModel {
        guard isTorchScript else { return AnsweringModel(try keras(recordShape: recordShape)) }
        return AnsweringModel(
            try TorchModel.read(
                file,
                recordShape: try inputShape ?? recordShape(),
                isChannelsFirst: isChannelsFirst,
                upTo: layer
            )
        )
    }
}
