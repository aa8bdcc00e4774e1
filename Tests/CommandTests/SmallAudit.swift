import Foundation
import HDF5
import TestSupport

/// A manifest, the dense model 4 → … → 3 it names, and records whose class is their largest value: an audit of seconds.
enum SmallAudit {
    private static let manifest = """
        version: 1
        title: Small
        source:
          model: source.h5
          training: {epochs: 30, optimizer: adam, learningRate: 0.02, weightDecay: 0, batchSize: 20}
        transferred: {upTo: d1}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        adversary:
          shadowModels: 2
          shadowSizes: [30]
          repeats: 1
          approaches: [baseline, freezing]
          attacks: [transmia-dnn, transmia-svm, transmia-entropy]
          attackTraining: {epochs: 3}
          training: {epochs: 5, optimizer: adam, learningRate: 0.02, batchSize: 20}
        context: {release: partner}
        seed: 5

        """

    /// A folder with `audit.yaml`, `source.h5` and `data.h5`.
    ///
    /// - Parameter lines: what the manifest says besides.
    static func folder(_ lines: String) throws -> WorkFolder {
        let folder = try WorkFolder()
        let model = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "KerasModelsTests/Fixtures/Topologies/k3-renamed.h5")
        try FileManager.default.copyItem(at: model, to: folder.url.appending(path: "source.h5"))
        try HDF5File.write(folder.path("data.h5")) { file in
            for (set, role) in ["members", "nonMembers", "shadowTrain", "shadowTest"].enumerated() {
                let labels = (0..<60).map { $0 % 3 }
                var values: [Float] = []
                for place in 0..<240 {
                    let isOfClass = place % 4 == place / 4 % 3
                    let noise = sin(Double(set * 240 + place) * 12.9898) * 43758.5453
                    values.append(Float(noise - noise.rounded(.down)) + (isOfClass ? 1.2 : 0))
                }
                try file.root.createDataset("\(role)/x", shape: [60, 4], floats: values)
                try file.root.createDataset("\(role)/y", shape: [60], ints: labels)
            }
        }
        try folder.write("audit.yaml", manifest + lines)
        return folder
    }
}
