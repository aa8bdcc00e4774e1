import Audits
import Datasets
import HDF5
import KerasModels
import Networks
import ShadowModels
import Tensors

/// Features of real images: from the stored bytes to what the transferred layers answer.
struct FeaturesBenchmark {
    private let model: KerasModel
    private let data: String
    private let threads: Int
    private let cut: Int

    /// Reads a model whose transferred layers end at `features`.
    init(_ path: String, data: String, threads: Int) throws {
        model = try KerasModel.read(path)
        self.data = data
        self.threads = threads
        cut = try model.architecture.cut(after: "features", at: .option("features"))
    }

    /// Times the shadow training set and writes the features of all four sets, with the head's weights beside them.
    func print(to path: String) throws {
        var seconds: [Double] = []
        try HDF5File.write(path) { file in
            for (index, role) in ["shadowTrain", "shadowTest", "members", "nonMembers"].enumerated() {
                let description = DatasetDescription(path: data, x: "/\(role)/x", y: "/\(role)/y")
                let set = try Dataset.open(description, role: role)
                let run = try timed { try features(set) }
                if index == 0 { seconds.append(run.seconds) }
                let group = try file.root.createGroup(role)
                try group.createDataset("features", shape: run.result.shape, type: .float32)
                    .write(floats: run.result.floats)
                try group.createDataset("y", shape: [set.count], type: .int64).write(ints: set.labels)
                if index == 0 { Swift.print("records \(set.count)\nseconds \(run.seconds)") }
            }
            let head = model.weights.layers[model.architecture.layers.count - 1]
            try file.root.createDataset("W", shape: head[0].shape, type: .float32).write(floats: head[0].floats)
            try file.root.createDataset("b", shape: head[1].shape, type: .float32).write(floats: head[1].floats)
        }
    }

    private func features(_ set: Dataset) throws -> TensorValues {
        let outputs = ParallelOutputs(
            model.architecture,
            weights: model.weights,
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
        return try outputs(RecordBatches(set, Preprocessing()), node: cut)
    }
}
