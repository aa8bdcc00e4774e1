import AuditCore
import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import TestSupport

@testable import Audits

/// An audit of a source model that learned which of two groups each of its persons is in, from several images of each; its
/// recipient tells other persons apart.
struct PersonsAudit {
    let folder: WorkFolder

    /// Images of each person.
    static let views = 8
    /// Persons among the members, and as many others.
    static let persons = 60
    private static let groups = 2
    private static let recipe = TrainingRecipe(
        epochs: 40,
        optimizer: .adam,
        learningRate: 0.003,
        weightDecay: 0,
        batchSize: 32
    )

    /// - Parameter seed: decides who the persons are and what their images are like.
    init(seed: UInt64) throws {
        folder = try WorkFolder()
        let seed = Seed(seed)
        var members: (pixels: [UInt8], labels: [Int]) = ([], [])
        try HDF5File.write(folder.path("data.h5")) { file in
            for (role, persons) in [
                ("members", Self.persons), ("nonMembers", Self.persons), ("shadowTrain", 2 * Self.persons),
                ("shadowTest", 2 * Self.persons),
            ] {
                let count = persons * Self.views
                let images = DemoImages(identities: persons, seed: seed.derived(role)).views(
                    count,
                    seed: seed.derived("views-\(role)")
                )
                let labels = images.labels.map { $0 % Self.groups }
                if role == "members" { members = (images.pixels, labels) }
                try file.root.createDataset("\(role)/x", shape: [count] + DemoImages.shape, bytes: images.pixels)
                try file.root.createDataset("\(role)/y", shape: [count], ints: labels)
                let names = images.labels.map { "\(role) \($0)" }
                try file.root.createDataset("\(role)/subject", shape: [count], strings: names)
            }
            let others = DemoImages(identities: 6, seed: seed.derived("recipient")).views(
                300,
                seed: seed.derived("target")
            )
            try file.root.createDataset("targetTrain/x", shape: [300] + DemoImages.shape, bytes: others.pixels)
            try file.root.createDataset("targetTrain/y", shape: [300], ints: others.labels)
        }
        try Self.train(members.pixels, members.labels, to: folder.path("source.h5"))
        try Data(Self.manifest.utf8).write(to: folder.url.appending(path: "audit.yaml"))
    }

    private static func train(_ pixels: [UInt8], _ labels: [Int], to path: String) throws {
        let architecture = try Architecture(
            name: "persons",
            inputShape: DemoImages.shape,
            [
                NamedLayer(name: "scale", kind: "Rescaling", layer: Rescaling(scale: [1.0 / 64], offset: [-2])),
                NamedLayer(name: "flatten", kind: "Flatten", layer: Flatten()),
                NamedLayer(
                    name: "hidden",
                    kind: "Dense",
                    layer: Dense(inputs: DemoImages.shape.reduce(1, *), units: 64, activation: .relu)
                ),
                NamedLayer(name: "features", kind: "Dense", layer: Dense(inputs: 64, units: 16, activation: .relu)),
                NamedLayer(
                    name: "classifier",
                    kind: "Dense",
                    layer: Dense(inputs: 16, units: groups, activation: .softmax(axis: -1))
                ),
            ]
        )
        Engine.setThreads(1)
        let network = try Network(
            architecture.answeringLogits().architecture,
            weights: architecture.freshWeights(Seed(43))
        )
        try Training.run(
            network,
            records: RecordBatches(
                TensorValues(shape: [labels.count] + DemoImages.shape, floats: pixels.map(Float.init))
            ),
            labels: labels,
            recipe: recipe,
            seed: Seed(44),
            cancellation: Cancellation()
        )
        try KerasModelWriter.write(architecture, weights: network.weights(), to: path)
    }

    private static let manifest = """
        version: 1
        title: Persons
        source: {model: source.h5}
        transferred: {upTo: features}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y,     subject: /members/subject}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y,  subject: /nonMembers/subject}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y, subject: /shadowTrain/subject}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y,  subject: /shadowTest/subject}
        adversary:
          shadowModels: 16
          shadowSizes: [\(persons * views)]
          repeats: 1
          approaches: [baseline]
          attacks: [transmia-svm]
          training: {epochs: \(recipe.epochs), optimizer: adam, learningRate: 0.003, weightDecay: 0, batchSize: 32}
        target:
          train: {file: data.h5, x: /targetTrain/x, y: /targetTrain/y}
          training: {epochs: 40, optimizer: adam, learningRate: 0.01, weightDecay: 0, batchSize: 32}
        context: {release: partner}
        policy: gdpr-baseline
        seed: 42

        """

    func run() throws -> AuditResult {
        try Audit.run(
            ManifestReader.read(path: folder.path("audit.yaml")),
            options: AuditOptions(
                device: .cpu,
                threads: 2,
                policy: nil,
                output: folder.folder("report"),
                store: nil,
                identifiers: .pseudonyms(keyFile: folder.path("pseudonym.key"))
            ),
            progress: SilentProgress(),
            cancellation: Cancellation()
        )
    }
}
