import AuditCore
import Foundation
import KerasModels
import Networks
import Policies
import Testing

@testable import Audits

/// The very file that would leave, held against the source model.
@Suite struct TransferredTests {
    private static let edits = ["upTo: features": "upTo: features\n  weights: shared.h5"]

    /// What the audit says of a file that holds a model up to a layer, with its weights changed.
    private func comparison(
        upTo layer: String?,
        _ change: (inout Weights) -> Void = { _ in }
    ) throws -> [LayerComparison] {
        let model = try PlantedModel.trained.get()
        var weights = model.weights
        change(&weights)
        let audit = try PlantedAudit()
        let cut = try layer.map { try model.architecture.cut(after: $0) }
        try KerasModelWriter.write(model.replacing(weights), to: audit.folder.path("shared.h5"), upTo: cut)
        try audit.folder.write("audit.yaml", audit.lines.joined(separator: "\n").replacing(Self.edits))
        let manifest = try ManifestReader.read(path: audit.folder.path("audit.yaml"))
        let session = Session(
            manifest,
            options: try audit.options(),
            progress: SilentProgress(),
            cancellation: Cancellation()
        )
        return try Materials.read(session).comparison
    }

    private func findings(_ comparison: [LayerComparison]) -> [String] {
        let judgement = Judgement(
            verdict: .pass,
            sentence: "",
            policy: PolicySheet(id: "", title: "", purpose: "", limits: "", sha256: ""),
            gates: [],
            missing: []
        )
        return FindingWriter.findings(judgement: judgement, checks: [], transferred: comparison).map(\.id)
    }

    @Test func identical() throws {
        let comparison = try comparison(upTo: "features")
        #expect(comparison.map(\.layer) == ["hidden", "features"])
        #expect(comparison.allSatisfy { $0.result == .identical })
        #expect(comparison.map(\.parameters) == [12 * 32 + 32, 32 * 16 + 16])
        #expect(findings(comparison) == [])
    }

    @Test func changed() throws {
        let comparison = try comparison(upTo: "features") { $0.change(2, 0) { $0[7] += 0.5 } }
        #expect(comparison.map(\.result) == [.identical, .changed])
        #expect(abs((comparison[1].largestDifference ?? 0) - 0.5) < 1e-6)
        #expect(abs((comparison[1].meanDifference ?? 0) - 0.5 / Double(32 * 16 + 16)) < 1e-8)
        #expect(findings(comparison) == ["layers.changed"])
    }

    @Test func missing() throws {
        let comparison = try comparison(upTo: "hidden")
        #expect(comparison.map(\.result) == [.identical, .missing])
        #expect(comparison[1].layer == "features")
    }

    @Test func wholeModel() throws {
        let comparison = try comparison(upTo: nil)
        #expect(comparison.map(\.result) == [.identical, .identical, .beyondCut])
        #expect(comparison[2].layer == "classifier")
        #expect(comparison[2].parameters == 16 * 3 + 3)
        #expect(findings(comparison) == ["layers.beyond-cut"])
    }

    @Test func standsInTheRecord() throws {
        var edits = PlantedAudit.smallest
        edits["upTo: features"] = "upTo: hidden\n  weights: source.h5"
        let audit = try PlantedAudit(edits)
        let record = try audit.run().record
        #expect(record.transferred.map(\.result) == [.identical, .beyondCut, .beyondCut])
        #expect(record.findings.contains { $0.id == "layers.beyond-cut" })
        #expect(record.model.cut == "hidden")
        #expect(record.model.transferredParameters == 12 * 32 + 32)
        #expect(record.provenance.files.map(\.role).contains("transferred layers"))
    }
}

extension String {
    fileprivate func replacing(_ edits: [String: String]) -> String {
        edits.reduce(self) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
}
