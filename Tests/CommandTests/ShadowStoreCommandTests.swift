import Foundation
import TestSupport
import Testing

/// An audit that is killed and started again, and the commands that show and clear what it keeps.
@Suite struct ShadowStoreCommandTests {
    private static let manifest = """
        version: 1
        title: Killed
        source: {model: source.h5}
        transferred: {upTo: features}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        adversary:
          shadowModels: 12
          shadowSizes: [200]
          repeats: 1
          approaches: [baseline]
          attacks: [transmia-entropy]
          training: {epochs: 12, optimizer: adam, learningRate: 0.002, batchSize: 32}
        context: {release: partner}
        seed: 5

        """

    private func start(_ arguments: [String], at folder: WorkFolder) throws -> Process {
        let process = Process()
        process.executableURL = CommandRun.program
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// How many whole entries a store holds.
    private func entries(_ store: String, in folder: WorkFolder) -> Int {
        folder.contents(store).count { $0.wholeMatch(of: #/[0-9a-f]{2}/[0-9a-f]{64}/#) != nil }
    }

    private func kill(_ process: Process, when isTime: () -> Bool) {
        while !isTime(), process.isRunning { usleep(5_000) }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    @Test(.timeLimit(.minutes(5))) func killedAndStartedAgain() throws {
        let folder = try WorkFolder()
        // The demo makes the model and the data; then it, too, is killed.
        let demo = try start(["demo", "--output", "."], at: folder)
        kill(demo) { entries("shadow-store", in: folder) > 0 }
        try folder.write("audit.yaml", Self.manifest)

        let audit = ["audit", "audit.yaml", "--no-registry", "--threads", "1"]
        let whole = try CommandRun(list: audit + ["--output", "whole", "--no-store"], at: folder)
        #expect(!folder.contents("whole").contains("shadow-store"))
        kill(try start(audit, at: folder)) { entries("audit-report/shadow-store", in: folder) >= 3 }
        let kept = entries("audit-report/shadow-store", in: folder)
        #expect((3..<12).contains(kept))
        #expect(!folder.contents("audit-report").contains("report.xml"))

        let continued = try CommandRun(list: audit, at: folder)
        #expect(continued.code == whole.code)
        #expect(try folder.bytes("audit-report/scores.h5") == folder.bytes("whole/scores.h5"))
        let report = try folder.text("audit-report/report.xml")
        #expect(report.contains("modelsTrained=\"\(12 - kept)\" modelsReused=\"\(kept)\""))
        #expect(continued.errors.contains("\(kept) of 12 models come from the store audit-report/shadow-store"))
        #expect(try !folder.text("whole/report.xml").contains("modelsReused"))

        // Another audit takes what it needs from there.
        let other = try CommandRun(
            list: audit + ["--output", "other", "--store", "audit-report/shadow-store"],
            at: folder
        )
        #expect(other.errors.contains("12 of 12 models"))
        #expect(try folder.bytes("other/scores.h5") == folder.bytes("whole/scores.h5"))

        let listed = try CommandRun("store", "list", "audit-report/shadow-store", at: folder)
        #expect(listed.code == 0 && listed.output.contains("shadow, baseline"))
        let young = try CommandRun("store", "prune", "audit-report/shadow-store", "--older-than", "1", at: folder)
        #expect(young.output.hasPrefix("removed 0 models"))
        let cleared = try CommandRun("store", "clear", "audit-report/shadow-store", at: folder)
        #expect(cleared.output.hasPrefix("removed 12 models"))
        #expect(entries("audit-report/shadow-store", in: folder) == 0)
        #expect(folder.contents("audit-report").contains("report.xml"))
    }

    @Test func mistakesAreTold() throws {
        let folder = try WorkFolder()
        try folder.write("file", "no folder")
        #expect(try CommandRun("audit", "audit.yaml", "--store", "a", "--no-store", at: folder).code == 64)
        let unwritable = try CommandRun("audit", "audit.yaml", "--store", "file", at: folder)
        #expect(unwritable.code == 2 && unwritable.errorID == "command.unwritable" && unwritable.hasRemedy)
        #expect(try CommandRun("store", "prune", "file", "--older-than", "-1", at: folder).code == 64)
        let empty = try CommandRun("store", "list", "nowhere", at: folder)
        #expect(empty.code == 0 && empty.output.hasPrefix("Nothing is stored in nowhere"))
        #expect(try CommandRun("store", "clear", "file", at: folder).code == 2)
        #expect(try folder.text("file") == "no folder")
    }
}
