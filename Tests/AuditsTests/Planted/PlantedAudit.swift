import AuditCore
import Audits
import Foundation
import KerasModels
import Networks
import TestSupport

/// A whole audit in a folder of its own: data, source model and manifest, small enough for a test.
///
/// Tests change one thing of it and look at what becomes of the audit.
struct PlantedAudit: Sendable {
    let folder: WorkFolder
    /// The manifest, line by line, so that a test can name the line of a key.
    let lines: [String]

    /// - Parameters:
    ///   - edits: texts of the manifest with what stands there instead.
    ///   - change: changes the records before they are written.
    ///   - model: changes the source model before it is written.
    init(
        _ edits: [String: String] = [:],
        change: (inout PlantedData) throws -> Void = { _ in },
        model: (KerasModel) throws -> KerasModel = { $0 }
    ) throws {
        folder = try WorkFolder()
        var data = PlantedData()
        try change(&data)
        try data.write(to: folder.path("data.h5"))
        try KerasModelWriter.write(model(try PlantedModel.trained.get()), to: folder.path("source.h5"))
        var text = Self.manifest
        for (old, new) in edits { text = text.replacingOccurrences(of: old, with: new) }
        try Data(text.utf8).write(to: folder.url.appending(path: "audit.yaml"))
        lines = text.components(separatedBy: "\n")
    }

    private static let manifest = """
        version: 1
        title: Planted
        source: {model: source.h5}
        transferred:
          upTo: features
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        adversary:
          shadowModels: 3
          shadowSizes: [60, 90]
          repeats: 2
          approaches: [baseline, freezing]
          attacks: [transmia-dnn, transmia-svm, transmia-entropy]
          training: {epochs: 15, optimizer: adam, learningRate: 0.01, weightDecay: 0, batchSize: 32}
          attackTraining: {epochs: 5}
        target:
          train: {file: data.h5, x: /targetTrain/x, y: /targetTrain/y}
          training: {epochs: 5, optimizer: adam, learningRate: 0.01, batchSize: 32}
        context: {release: partner, dataCategories: [health]}
        policy: gdpr-baseline
        seed: 11

        """

    /// An edit that has the target's training set attacked, too.
    static let students = [
        "  training: {epochs: 5, optimizer: adam": """
          test: {file: data.h5, x: /targetTest/x, y: /targetTest/y}
          shadowTrain: {file: data.h5, x: /targetShadowTrain/x, y: /targetShadowTrain/y}
          shadowTest: {file: data.h5, x: /targetShadowTest/x, y: /targetShadowTest/y}
          training: {epochs: 60, optimizer: adam
        """
    ]

    /// Edits that leave one attack under one approach, size and repeat.
    static let smallest = [
        "[60, 90]": "[60]", "[baseline, freezing]": "[freezing]", "repeats: 2": "repeats: 1",
        "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-entropy]",
    ]

    /// The folder reports would be written into.
    var output: String {
        get throws { try folder.folder("report") }
    }

    /// The 1-based line of the manifest that holds a text.
    func line(_ text: String) -> Int? { lines.firstIndex { $0.contains(text) }.map { $0 + 1 } }

    func options(threads: Int = 2, output: String? = nil, store: String? = nil) throws -> AuditOptions {
        AuditOptions(
            device: .cpu,
            threads: threads,
            policy: nil,
            output: try output ?? self.output,
            store: store,
            identifiers: .pseudonyms(keyFile: folder.path("pseudonym.key"))
        )
    }

    /// Reads the manifest and runs the audit.
    func run(
        threads: Int = 2,
        output: String? = nil,
        store: String? = nil,
        progress: any AuditProgress = SilentProgress(),
        cancellation: Cancellation = Cancellation()
    ) throws -> AuditResult {
        try Audit.run(
            ManifestReader.read(path: folder.path("audit.yaml")),
            options: options(threads: threads, output: output, store: store),
            progress: progress,
            cancellation: cancellation
        )
    }
}
