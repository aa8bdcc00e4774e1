import AuditCore
import Audits
import Foundation
import HDF5
import Networks
import TestSupport

/// A folder with made-up saved predictions and a manifest that audits them.
struct SavedPredictions: Sendable {
    let folder: WorkFolder

    /// - Parameters:
    ///   - leak: what membership adds to the logit of the true class.
    ///   - edits: texts of the manifest with what stands there instead.
    ///   - change: changes the source model's values and membership before they are written.
    init(
        leak: Double,
        isLogits: Bool = false,
        edits: [String: String] = [:],
        change: (inout [Double], inout [UInt8]) -> Void = { _, _ in }
    ) throws {
        folder = try WorkFolder()
        var generator = SystemlessNumbers(state: 7)
        try HDF5File.write(folder.path("p.h5")) { file in
            for (place, group) in ["target", "shadow"].enumerated() {
                let count = 600
                let labels = (0..<count).map { $0 % 3 }
                var member = (0..<count).map { UInt8($0 / 3 % 2) }
                var values: [Double] = []
                for row in 0..<count {
                    let logits = (0..<3).map { column in
                        generator.normal() + (column == labels[row] ? 1 + (member[row] == 1 ? leak : 0) : 0)
                    }
                    let total = logits.reduce(0) { $0 + exp($1) }
                    values += isLogits ? logits : logits.map { exp($0) / total }
                }
                if place == 0 { change(&values, &member) }
                _ = try file.root.createDataset("\(group)/predictions", shape: [count, 3], doubles: values)
                _ = try file.root.createDataset("\(group)/labels", shape: [count], ints: labels)
                _ = try file.root.createDataset("\(group)/member", shape: [count], bytes: member)
            }
        }
        var text = Self.manifest
        if isLogits { text += "  logits: true\n" }
        for (old, new) in edits { text = text.replacingOccurrences(of: old, with: new) }
        try folder.write("audit.yaml", text)
    }

    private static let manifest = """
        version: 1
        context: {release: partner}
        adversary: {attacks: all}
        predictions:
          source: {file: p.h5, predictions: /target/predictions, labels: /target/labels, member: /target/member}
          shadow: {file: p.h5, predictions: /shadow/predictions, labels: /shadow/labels, member: /shadow/member}

        """

    private var options: AuditOptions {
        get throws { AuditOptions(device: .cpu, threads: 2, policy: nil, output: try folder.folder("report")) }
    }

    func plan() throws -> [String] {
        try Audit.plan(ManifestReader.read(path: folder.path("audit.yaml")), options: options).lines
    }

    func run() throws -> AuditResult {
        try Audit.run(
            ManifestReader.read(path: folder.path("audit.yaml")),
            options: options,
            progress: SilentProgress(),
            cancellation: Cancellation()
        )
    }

    /// A small seeded source of numbers (SplitMix64).
    private struct SystemlessNumbers {
        var state: UInt64

        mutating func unit() -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return (Double((z ^ (z >> 31)) >> 11) + 0.5) / Double(1 << 53)
        }

        mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()) }
    }
}
