import Audits
import Foundation
import HDF5
import Tensors
import TestSupport

/// An audit of a convolutional model with batch normalisations inside a model of its own, on images whose classes are
/// colours.
struct NestedAudit: Sendable {
    let folder: WorkFolder

    /// - Parameter countermeasures: what is tried, as a manifest lists it.
    init(_ countermeasures: String) throws {
        folder = try WorkFolder()
        try FileManager.default.copyItem(at: Self.model, to: folder.url.appending(path: "source.h5"))
        try HDF5File.write(folder.path("data.h5")) { file in
            for (index, role) in PlantedData.roles.dropLast().enumerated() {
                var noise = NormalNumbers(Seed(31).derived(role, index))
                let labels = (0..<Self.count).map { $0 % 3 }
                let values = labels.flatMap { label in
                    (0..<64 * 3).map { Float(noise.next()) + ($0 % 3 == label ? 1 : 0) }
                }
                try file.root.createDataset("\(role)/x", shape: [Self.count, 8, 8, 3], floats: values)
                try file.root.createDataset("\(role)/y", shape: [Self.count], ints: labels)
            }
        }
        try folder.write("audit.yaml", Self.manifest + "countermeasures: \(countermeasures)\n")
    }

    private static let count = 90

    /// image → base (convolution, batch normalisation, ReLU, convolution, batch normalisation) → pooling → dense.
    private static let model = Command.root.appending(
        path: "Tests/KerasModelsTests/Fixtures/Topologies/k3-transfer.h5"
    )

    private static let manifest = """
        version: 1
        title: Nested
        source:
          model: source.h5
          training: {epochs: 20, optimizer: adam, learningRate: 0.01, weightDecay: 0, batchSize: 30}
        transferred: {upTo: base/base_e}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        adversary:
          shadowModels: 2
          shadowSizes: [40]
          repeats: 1
          approaches: [baseline, freezing]
          attacks: [loss-global, transmia-entropy]
          training: {epochs: 5, optimizer: adam, learningRate: 0.01, batchSize: 20}
        context: {release: partner}
        seed: 5

        """

    func options(output: String) throws -> AuditOptions {
        AuditOptions(
            device: .cpu,
            threads: 2,
            policy: nil,
            output: try folder.folder(output),
            store: folder.path("store"),
            identifiers: .pseudonyms(keyFile: folder.path("pseudonym.key"))
        )
    }
}
