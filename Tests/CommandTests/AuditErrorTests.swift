import Foundation
import TestSupport
import Testing

/// Audits that cannot begin: exit code 2, a message with place and remedy, and nothing written.
@Suite struct AuditErrorTests {
    private static let manifest = """
        version: 1
        source: {model: source.h5}
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        context: {release: partner}

        """

    private func folder(_ yaml: String, files: [String] = ["source.h5", "data.h5"]) throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write("audit.yaml", yaml)
        for file in files { try folder.write(file) }
        return folder
    }

    @Test func noSuchManifest() throws {
        let folder = try WorkFolder()
        let run = try CommandRun("audit", "audit.yaml", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "manifest.unreadable")
        #expect(run.names("audit.yaml"))
        #expect(run.hasRemedy)
        #expect(folder.contents == [])
    }

    @Test(arguments: [[], ["--dry-run"]])
    func unknownKeyNamesTheNearest(options: [String]) throws {
        let folder = try folder(Self.manifest + "polcy: gdpr-baseline\n")
        let run = try CommandRun(list: ["audit", "audit.yaml"] + options, at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "manifest.unknownKey")
        #expect(run.names("audit.yaml:9:1"))
        #expect(run.errors.contains("'policy'"))
        #expect(folder.contents == ["audit.yaml", "data.h5", "source.h5"])
    }

    @Test func filesThatAreMissing() throws {
        let folder = try folder(Self.manifest, files: ["source.h5"])
        let run = try CommandRun("audit", "audit.yaml", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "manifest.missingFile")
        #expect(run.names("audit.yaml:4:23"))
        #expect(run.errors.matches(of: #/manifest\.missingFile/#).count == 4)
        #expect(folder.contents == ["audit.yaml", "source.h5"])
    }

    @Test func outputThatCannotBeWritten() throws {
        let folder = try folder(Self.manifest)
        try folder.write("taken")
        let run = try CommandRun("audit", "audit.yaml", "--output", "taken/report", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "command.unwritable")
        #expect(run.names("taken/report"))
        #expect(run.hasRemedy)
        #expect(folder.contents == ["audit.yaml", "data.h5", "source.h5", "taken"])
    }

    @Test func demoThatCannotBeWritten() throws {
        let folder = try WorkFolder()
        try folder.write("taken")
        let run = try CommandRun("demo", "--output", "taken/demo", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "command.unwritable")
        #expect(folder.contents == ["taken"])
    }

    @Test func deviceThatIsNotThere() throws {
        let folder = try folder(Self.manifest)
        let run = try CommandRun("audit", "audit.yaml", "--device", "cuda", at: folder)
        #expect(run.code == 2)
        // Where there is a GPU, the next thing in the way is the empty model file.
        #expect(["tensor.deviceUnavailable", "keras.unreadable"].contains(run.errorID))
        #expect(folder.contents == ["audit.yaml", "data.h5", "source.h5"])
    }
}
