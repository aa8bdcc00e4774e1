import Foundation
import HDF5
import KerasModels
import Networks
import Tensors

/// The embedded example: procedural images of identities, and a small source model that over-fits its members a little.
public enum Demo {
    /// Classes of the source task.
    static let identities = 10
    /// Records in each of members and non-members.
    static let audited = 600
    /// Records in each of the shadow sets.
    static let shadow = 1200
    /// Classes of the recipient's task: other identities.
    static let recipientIdentities = 6

    /// Makes the example: `source.h5`, `data.h5` and `audit.yaml` in a folder.
    ///
    /// - Returns: the path of the manifest.
    /// - Throws: `HDF5Error`, `KerasModelError` or a file error for an unwritable folder, `NetworkError` when cancelled.
    public static func make(
        in folder: String,
        threads: Int,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> String {
        let seed = Seed(20_261_120)
        progress.begin(stage: "Making the example's images", steps: 0)
        let faces = DemoImages(identities: identities, seed: seed.derived("faces"))
        let members = faces.views(audited, seed: seed.derived("members"))
        try HDF5File.write(folder + "/data.h5") { file in
            try write(members, "members", file)
            try write(faces.views(audited, seed: seed.derived("non-members")), "nonMembers", file)
            try write(faces.views(shadow, seed: seed.derived("shadow-train")), "shadowTrain", file)
            try write(faces.views(shadow, seed: seed.derived("shadow-test")), "shadowTest", file)
            let others = DemoImages(identities: recipientIdentities, seed: seed.derived("recipient"))
            try write(others.views(300, seed: seed.derived("target-train")), "targetTrain", file)
            try write(others.views(300, seed: seed.derived("target-test")), "targetTest", file)
        }
        progress.end(stage: "Making the example's images")
        try train(members, to: folder + "/source.h5", seed, progress, cancellation)
        let manifest = folder + "/audit.yaml"
        try Data(DemoManifest.text.utf8).write(to: URL(fileURLWithPath: manifest), options: .atomic)
        return manifest
    }

    private static func write(_ views: DemoImages.Views, _ name: String, _ file: HDF5File) throws {
        let shape = [views.labels.count] + DemoImages.shape
        try file.root.createDataset("\(name)/x", shape: shape, bytes: views.pixels)
        try file.root.createDataset("\(name)/y", shape: [views.labels.count], ints: views.labels)
    }

    private static func train(
        _ members: DemoImages.Views,
        to path: String,
        _ seed: Seed,
        _ progress: any AuditProgress,
        _ cancellation: Cancellation
    ) throws {
        let recipe = TrainingRecipe(epochs: 30, optimizer: .adam, learningRate: 0.002, weightDecay: 0, batchSize: 32)
        progress.begin(stage: "Training the example's source model", steps: recipe.epochs)
        let architecture = try sourceArchitecture()
        Engine.setThreads(1)
        let network = try Network(
            architecture.answeringLogits().architecture,
            weights: architecture.freshWeights(seed.derived("source"))
        )
        try Training.run(
            network,
            records: RecordBatches(
                TensorValues(shape: [members.labels.count] + DemoImages.shape, floats: members.pixels.map(Float.init))
            ),
            labels: members.labels,
            recipe: recipe,
            seed: seed.derived("source-training"),
            cancellation: cancellation,
            epochDone: { _, _ in progress.step("") }
        )
        try KerasModelWriter.write(architecture, weights: network.weights(), to: path)
        progress.end(stage: "Training the example's source model")
    }

    /// Two convolutions, a feature layer and a classifier.
    private static func sourceArchitecture() throws(NetworkError) -> Architecture {
        let window = SlidingWindow([3, 3], padding: .same)
        let pool = Pooling(.max, window: SlidingWindow([2, 2], strides: [2, 2]))
        let flat = DemoImages.shape[0] / 4 * (DemoImages.shape[1] / 4) * 16
        return try Architecture(
            name: "demo_source",
            inputShape: DemoImages.shape,
            [
                NamedLayer(name: "scale", kind: "Rescaling", layer: Rescaling(scale: [1.0 / 255], offset: [-0.5])),
                NamedLayer(
                    name: "conv_1",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 1, filters: 8, window: window, activation: .relu)
                ),
                NamedLayer(name: "pool_1", kind: "MaxPooling2D", layer: pool),
                NamedLayer(
                    name: "conv_2",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 8, filters: 16, window: window, activation: .relu)
                ),
                NamedLayer(name: "pool_2", kind: "MaxPooling2D", layer: pool),
                NamedLayer(name: "flatten", kind: "Flatten", layer: Flatten()),
                NamedLayer(
                    name: "features",
                    kind: "Dense",
                    layer: Dense(inputs: flat, units: 32, activation: .relu)
                ),
                NamedLayer(
                    name: "classifier",
                    kind: "Dense",
                    layer: Dense(inputs: 32, units: identities, activation: .softmax(axis: -1))
                ),
            ]
        )
    }
}
