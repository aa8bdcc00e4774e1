import Foundation
import TestSupport
import Testing

/// `harden --export`: what it writes, and what it refuses before and after the work.
@Suite struct HardenExportTests {
    private static let countermeasures = "countermeasures: [{l2: {weightDecay: 0.01}}, label-only]\n"

    private static let files = [
        "audit.yaml", "model-card.md", "model.h5", "report.html", "report.xml", "transferred-layers.h5",
    ]

    private func measurements(_ report: String) -> [Substring] {
        report.split(separator: "\n").filter { $0.contains("<measurement ") }
    }

    @Test(.timeLimit(.minutes(5))) func writesTheChosenModelAndItsAudit() throws {
        let folder = try SmallAudit.folder(Self.countermeasures)
        let harden = ["harden", "audit.yaml", "--quiet", "--export", "out"]
        // So few records decide no gate.
        let none = try CommandRun(list: harden, at: folder)
        #expect(none.code == 1 || none.code == 3)
        #expect(none.errorID == "hardened.nonePasses" && none.errors.contains("--choose"))
        #expect(none.output.contains("l2(weightDecay 0.01)"))
        #expect(folder.contents("out").isEmpty && !folder.contents.contains("out"))

        let run = try CommandRun(list: harden + ["--choose", "l2"], at: folder)
        #expect(run.code == 1 || run.code == 3, "\(run.errors)")
        #expect(folder.contents("out") == Self.files)
        for file in Self.files { #expect(run.output.contains("out/\(file)\n")) }
        #expect(run.errors.isEmpty, "\(run.errors)")
        let card = try folder.text("out/model-card.md")
        #expect(card.contains("`l2(weightDecay 0.01)`") && card.contains("keras.models import load_model"))

        let again = try CommandRun("audit", "out/audit.yaml", "--quiet", "--no-registry", at: folder)
        #expect(again.code == run.code, "\(again.errors)")
        let own = measurements(try folder.text("out/report.xml"))
        let repeated = measurements(try folder.text("out/audit-report/report.xml"))
        #expect(!own.isEmpty && repeated == own)
        let layers = ["compare", "out/model.h5", "out/transferred-layers.h5", "--up-to", "d1"]
        #expect(try CommandRun(list: layers, at: folder).code == 0)

        let before = try folder.bytes("out/model-card.md")
        let refused = try CommandRun(list: harden + ["--choose", "l2"], at: folder)
        #expect(refused.code == 2 && refused.errorID == "command.alreadyThere" && refused.hasRemedy)
        #expect(try folder.bytes("out/model-card.md") == before)
        let forced = try CommandRun(list: harden + ["--choose", "l2", "--force", "--json"], at: folder)
        #expect(forced.code == run.code && forced.output.hasPrefix("{"))
        #expect(try folder.bytes("out/model-card.md") != before)
    }

    @Test func aDryRunWritesNothing() throws {
        let folder = try SmallAudit.folder(Self.countermeasures)
        let before = folder.contents
        let run = try CommandRun(list: ["harden", "audit.yaml", "--dry-run", "--export", "out"], at: folder)
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
        for id in ["l2(weightDecay 0.01)", "label-only"] { #expect(run.output.contains("countermeasure: \(id): ")) }
        #expect(run.output.contains("estimate: about "))
        #expect(folder.contents == before)
    }

    @Test(arguments: [
        (["--export", "out", "--choose", "l3"], "hardened.unknownChoice"),
        (["--export", "out", "--choose", "label-only"], "hardened.changesNoFile"),
        (["--export", "data.h5"], "command.unwritable"), (["--export", "."], "command.alreadyThere"),
        (["--export", ".", "--force"], "command.alreadyThere"),
    ])
    func refusesBeforeTheWork(_ options: [String], _ id: String) throws {
        let folder = try SmallAudit.folder(Self.countermeasures)
        let before = try folder.bytes("audit.yaml")
        let run = try CommandRun(list: ["harden", "audit.yaml", "--quiet"] + options, at: folder)
        #expect(run.code == 2 && run.errorID == id && run.hasRemedy, "\(run.errors)")
        #expect(!folder.contents.contains("out"))
        #expect(try folder.bytes("audit.yaml") == before)
    }

    @Test(arguments: [["--choose", "l2"], ["--force"]])
    func optionsThatBelongToExport(_ options: [String]) throws {
        #expect(try CommandRun(list: ["harden", "audit.yaml"] + options).code == 64)
    }
}
