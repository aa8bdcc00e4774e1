import Audits
import Foundation
import Testing

/// What `init` writes is a manifest.
@Suite struct ManifestTemplateTests {
    private func template(model: String = "source.h5", cut: String = "features") -> ManifestTemplate {
        func set(_ name: String) -> ManifestTemplate.RecordSet {
            .init(path: "data.h5", x: "/\(name)/x", y: "/\(name)/y")
        }
        return ManifestTemplate(
            model: ModelReference(model),
            cut: cut,
            cuts: ["stem", cut],
            members: set("members"),
            nonMembers: set("nonMembers"),
            shadowTrain: set("shadowTrain"),
            shadowTest: .init(path: "faces", isFolder: true)
        )
    }

    private func read(_ template: ManifestTemplate) throws -> (AuditManifest, ManifestFolder) {
        let folder = try ManifestFolder(template.text, files: [template.model.file, "data.h5"])
        let faces = folder.url.appending(path: "faces")
        try FileManager.default.createDirectory(at: faces, withIntermediateDirectories: true)
        return (try folder.read(), folder)
    }

    @Test func readsBack() throws {
        let (manifest, folder) = try read(template())
        #expect(manifest.source?.model.file == folder.path("source.h5"))
        #expect(manifest.transferred.upTo == "features")
        #expect(manifest.data?.members.y == "/members/y")
        #expect(manifest.data?.shadowTest.path == folder.path("faces"))
        #expect(manifest.data?.shadowTest.format == .imageFolder)
        #expect(manifest.policy == ManifestReader.defaultPolicy)
    }

    @Test(arguments: [
        "a: b", "#1", "'single'", "\"double\"", "back\\slash", "line\nbreak", "{x}", "- item", "null", "12", "naïve",
        "é\t",
    ])
    func hostileNames(name: String) throws {
        let (manifest, _) = try read(template(model: name, cut: name))
        #expect(manifest.transferred.upTo == name)
        #expect(try #require(manifest.source).model.file.hasSuffix("/" + name))
    }

    /// Every commented key is a real one: without its comment sign it reads too.
    @Test func commentsAreRight() throws {
        let text = template().text.replacing(
            #/(?m)^( *)# (preprocessing|checkpoints|reference|weights|target|adversary|depth|  \S|    \S)/#
        ) {
            match in
            "\(match.output.1)\(match.output.2)"
        }
        let rounds = ["round-10.h5", "round-20.h5"]
        let folder = try ManifestFolder(text, files: ["source.h5", "data.h5", "shared.h5", "target.h5"] + rounds)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "faces"),
            withIntermediateDirectories: true
        )
        let manifest = try folder.read()
        #expect(manifest.adversary.settings(.fineTuning)?.models == 4)
        #expect(manifest.target?.approaches == [.freezing])
        #expect(manifest.transferred.weights == folder.path("shared.h5"))
        #expect(manifest.source?.checkpoints.map(\.model.file) == rounds.map(folder.path))
        #expect(manifest.data?.reference?.x == "/reference/x")
        #expect(manifest.depth?.shadowModels == 2)
    }
}
