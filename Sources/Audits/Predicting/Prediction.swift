import Datasets
import Diagnostics
import HDF5
import Networks
import ShadowModels
import Tensors

/// A model's outputs for any number of records, written as they come.
public struct Prediction: Sendable {
    private let model: AnsweringModel
    private let cut: Int?
    private let outputs: ParallelOutputs
    private let blockSize: Int

    /// Batches that are in memory at once, per thread.
    private static let batchesPerThread = 8

    /// Prepares a model.
    ///
    /// - Parameters:
    ///   - model: what predicts.
    ///   - layer: the layer whose output is wanted; the model's answer when nil.
    ///   - device: where to compute.
    ///   - threads: how many batches run at once; the outputs do not depend on it.
    ///   - cancellation: checked before each batch.
    /// - Throws: `NetworkError.unknownLayer`, `NetworkError.notACut`.
    public init(
        _ model: AnsweringModel,
        upTo layer: String?,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) throws(NetworkError) {
        self.model = model
        var cut: Int?
        if let layer { cut = try model.architecture.cut(after: layer, at: .option("--up-to")) }
        self.cut = cut
        outputs = ParallelOutputs(
            model.architecture,
            weights: model.weights,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        blockSize = Self.batchesPerThread * outputs.batchSize * max(1, threads)
    }

    /// The dataset that `write` fills: `/predictions`, or `/features` of a layer.
    public var datasetName: String { cut == nil ? "predictions" : "features" }

    /// Shape of one output.
    public var outputShape: [Int] { model.architecture.nodes[cut ?? model.architecture.output].shape }

    /// How many times `write` reports that a batch is done.
    public func batches(_ dataset: Dataset) -> Int {
        (dataset.count + outputs.batchSize - 1) / outputs.batchSize
    }

    /// Predicts every record of a set and writes an HDF5 file with one float32 dataset (N, output shape).
    ///
    /// - Parameters:
    ///   - dataset: N records.
    ///   - preprocessing: what is done to their values.
    ///   - path: the file, which appears only when it is complete.
    ///   - done: called with the number of records just finished, from any thread.
    /// - Throws: `PredictionError.shapeMismatch`, `NetworkError.cancelled`, or what reading or writing throws.
    public func write(
        _ dataset: Dataset,
        preprocessing: Preprocessing,
        to path: String,
        done: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws {
        guard Materials.fits(dataset, model.architecture.inputShape) else {
            throw PredictionError.shapeMismatch(
                source: dataset.source,
                records: dataset.recordShape,
                input: model.architecture.inputShape
            )
        }
        let records = RecordBatches(dataset, preprocessing, shape: model.architecture.inputShape)
        try HDF5File.write(path) { file in
            let stored = try file.root.createDataset(
                datasetName,
                shape: [dataset.count] + outputShape,
                type: .float32
            )
            for start in stride(from: 0, to: dataset.count, by: blockSize) {
                let rows = Array(start..<min(dataset.count, start + blockSize))
                let values = try outputs(records.picking(rows), node: cut, done: done)
                try stored.write(floats: values.floats, startingAtRow: start)
            }
        }
    }
}
