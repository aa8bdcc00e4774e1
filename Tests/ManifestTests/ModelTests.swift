import Audits
import Testing

/// Ways of naming a model.
@Suite struct ModelTests {
    private func manifest(_ source: String) -> String {
        ManifestFolder.smallest.replacing("source: {model: source.h5}", with: source)
    }

    @Test func weightsWithTheirArchitecture() throws {
        let written = manifest(
            "source: {model: {architecture: model.json, weights: model.weights.h5}, input: image, output: class}"
        )
        let folder = try ManifestFolder(written, files: ["model.json", "model.weights.h5", "data.h5"])
        let model = try #require(folder.read().source).model
        #expect(model.file == folder.path("model.weights.h5"))
        #expect(model.architecture == folder.path("model.json"))
        #expect(model.input == "image")
        #expect(model.output == "class")
    }

    @Test func checkpoints() throws {
        let written = manifest(
            """
            source:
              model: source.h5
              output: class
              checkpoints: [a.h5, {weights: b.h5, architecture: a.json}, {model: {weights: b.h5, architecture: a.json}}]
            """
        )
        let folder = try ManifestFolder(written, files: ["source.h5", "a.h5", "b.h5", "a.json", "data.h5"])
        let checkpoints = try #require(folder.read().source).checkpoints
        #expect(checkpoints.map(\.model.file) == ["a.h5", "b.h5", "b.h5"].map(folder.path))
        #expect(checkpoints.map(\.model.architecture) == [nil, folder.path("a.json"), folder.path("a.json")])
        #expect(checkpoints.allSatisfy { $0.epoch == nil && $0.model.output == "class" })
        let dated = "source: {model: source.h5, checkpoints: [{model: a.h5, epoch: 7}]}"
        let other = try ManifestFolder(manifest(dated), files: ["source.h5", "a.h5", "data.h5"])
        #expect(try #require(other.read().source).checkpoints.map(\.epoch) == [7])
    }

    @Test func bothPartsAreNeeded() throws {
        let folder = try ManifestFolder(manifest("source: {model: {weights: w.h5}}"), files: ["w.h5", "data.h5"])
        #expect(folder.problems() == ["missingKey 2:17"])
    }

    @Test func unknownPartsAreNamed() throws {
        let written = manifest("source: {model: {weights: w.h5, architecture: w.h5, wights: 1}}")
        let folder = try ManifestFolder(written, files: ["w.h5", "data.h5"])
        #expect(folder.problems() == ["unknownKey 2:53"])
    }
}
