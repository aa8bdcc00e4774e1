import Foundation
import TestSupport
import Testing

/// `export`: which files it writes, and what it refuses.
@Suite struct ExportTests {
    private var model: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "KerasModelsTests/Fixtures/residual.h5").path
    }

    @Test(arguments: [
        (["--output", "out.h5"], ["out.h5"]), (["--output", "out.weights.h5"], ["out.weights.h5"]),
        (["--output", "out.json"], ["out.json"]),
        (["--output", "out.weights.h5", "--up-to", "features"], ["out.json", "out.weights.h5"]),
        (["--output", "out.h5", "--up-to", "features", "--keras", "2"], ["out.h5"]),
        (["--output", "out", "--format", "weights"], ["out"]),
    ])
    func writes(options: [String], files: [String]) throws {
        let folder = try WorkFolder()
        let run = try CommandRun(list: ["export", model] + options, at: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(folder.contents.sorted() == files)
        #expect(run.output.split(separator: "\n").map(String.init).sorted() == files)
    }

    /// What was written answers as the model does, and is identical layer by layer.
    @Test func answersTheSame() throws {
        let folder = try WorkFolder()
        #expect(try CommandRun("export", model, "--output", "out.h5", "--up-to", "features", at: folder).code == 0)
        let compared = try CommandRun("compare", model, "out.h5", "--up-to", "features", at: folder)
        #expect(compared.code == 0, "\(compared.output)")
    }

    @Test(arguments: [
        ["--output", "source.h5"], ["--output", "./source.weights.h5", "--architecture", "source.json"],
    ])
    func doesNotReplaceWhatItReads(options: [String]) throws {
        let folder = try WorkFolder()
        try FileManager.default.copyItem(atPath: model, toPath: folder.path("source.h5"))
        try folder.write("source.json", "{}")
        let before = try Data(contentsOf: URL(filePath: folder.path("source.h5")))
        let run = try CommandRun(list: ["export", "source.h5"] + options, at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "command.alreadyThere")
        #expect(run.hasRemedy)
        #expect(try Data(contentsOf: URL(filePath: folder.path("source.h5"))) == before)
        #expect(folder.contents.sorted() == ["source.h5", "source.json"])
    }

    @Test func layerThatIsNotThere() throws {
        let folder = try WorkFolder()
        let run = try CommandRun("export", model, "--output", "out.h5", "--up-to", "feature", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "network.unknownLayer")
        #expect(folder.contents == [])
    }

    @Test(arguments: [["--output", "out.txt"], ["--output", "out.h5", "--keras", "4"], []])
    func commandLineThatCannotBeUnderstood(options: [String]) throws {
        let folder = try WorkFolder()
        #expect(try CommandRun(list: ["export", model] + options, at: folder).code == 64)
        #expect(folder.contents == [])
    }
}
