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
