import Diagnostics
import Foundation
import HDF5
import KerasModels
import Testing

/// Bad model files: the code and the place, nothing run, nothing crashed.
@Suite struct RefusalTests {
    private func failure(_ path: String) -> KerasModelError? {
        do throws(KerasModelError) {
            _ = try KerasModel.read(path)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("lambda", KerasModelError.Code.lambdaLayer, "lambda"), ("contrast", .unsupportedLayer, "auto_contrast"),
        ("custom", .customObject, "mine"),
    ])
    func refusesLayers(_ name: String, _ code: KerasModelError.Code, _ layer: String) throws {
        let path = try Fixture.path("refused-\(name).h5")
        let error = try #require(failure(path))
        #expect(error.code == code)
        guard case .layer(let found, let file) = error.location else { Issue.record("no layer named"); return }
        #expect(found.hasPrefix(layer))
        #expect(file == path)
        #expect(!error.remedy.isEmpty)
    }

    @Test(arguments: [
        ("two-inputs", KerasModelError.Code.severalInputsOrOutputs), ("two-outputs", .severalInputsOrOutputs),
        ("open-shape", .unknownInputShape),
    ])
    func refusesModels(_ name: String, _ code: KerasModelError.Code) throws {
        #expect(try failure(Fixture.path("refused-\(name).h5"))?.code == code)
    }

    @Test func refusesFilesThatAreNoModels() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = folder.appending(path: "none.h5").path
        #expect(failure(missing)?.code == .unreadable)
        #expect(failure(missing)?.location == .file(missing))
        let text = folder.appending(path: "text.keras")
        try Data("PK, but not really".utf8).write(to: text)
        #expect(failure(text.path)?.code == .unsupportedFormat)
        #expect(failure(text.path)?.remedy.contains("model.save") == true)
        let cut = folder.appending(path: "cut.h5")
        try Data(Data(contentsOf: URL(filePath: Fixture.path("residual.h5"))).prefix(9_000)).write(to: cut)
        #expect(failure(cut.path)?.code == .unreadable)
        #expect(try failure(Fixture.path("cases.h5"))?.code == .noArchitecture)
        #expect(try failure(Fixture.path("residual.weights.h5"))?.code == .noArchitecture)
    }

    /// A copy of the Keras 2 fixture with another configuration, or with changed weights.
    private func altered(
        in folder: URL,
        config: (String) -> String = { $0 },
        weights: (HDF5File) throws -> Void
    ) throws -> String {
        let original = try HDF5File.open(Fixture.path("keras2-functional.h5"))
        let path = folder.appending(path: "altered.h5").path
        try HDF5File.write(path) { file in
            let json = try original.root.stringAttribute("model_config") ?? ""
            try file.root.setAttribute("model_config", string: config(json))
            let group = try file.root.createGroup("model_weights")
            try group.setAttribute("layer_names", strings: ["in", "d", "a"])
            for name in ["in", "d", "a"] { try group.createGroup(name).setAttribute("weight_names", strings: []) }
            try weights(file)
        }
        return path
    }

    private func setWeights(_ file: HDF5File, _ shapes: [[Int]]) throws {
        let group = try file.root.group("model_weights/d")
        let names = shapes.indices.map { "d/w\($0)" }
        try group.setAttribute("weight_names", strings: names)
        for (name, shape) in zip(names, shapes) {
            try group.createDataset(name, shape: shape, floats: Array(repeating: 0, count: shape.reduce(1, *)))
        }
    }

    @Test func namesTheLayerWithoutWeights() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let none = try altered(in: folder) { _ in }
        #expect(failure(none)?.code == .weightsMissing)
        #expect(failure(none)?.location == .layer("d", file: none))
        let half = try altered(in: folder) { try setWeights($0, [[3, 4]]) }
        #expect(failure(half)?.code == .weightsMissing)
        let other = try altered(in: folder) { try setWeights($0, [[3, 5], [5]]) }
        let error = try #require(failure(other))
        #expect(error.code == .weightsMismatch)
        #expect(error.location == .layer("d", file: other))
        #expect(error.summary.contains("[3, 4]") && error.summary.contains("[3, 5]"))
        let whole = try altered(in: folder) { try setWeights($0, [[3, 4], [4]]) }
        #expect(failure(whole) == nil)
    }

    @Test(arguments: [
        ("{", KerasModelError.Code.malformedConfig), ("[]", .malformedConfig),
        ("{\"class_name\": \"Mine\"}", .customObject),
        (String(repeating: "[", count: 300) + String(repeating: "]", count: 300), .malformedConfig),
        ("{\"class_name\": \"Sequential\", \"config\": []}", .malformedConfig),
        ("{\"class_name\": \"Functional\", \"config\": {\"layers\": []}}", .severalInputsOrOutputs),
    ])
    func refusesConfigurations(_ json: String, _ code: KerasModelError.Code) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(failure(try altered(in: folder, config: { _ in json }, weights: { _ in }))?.code == code)
    }

    @Test(arguments: [
        ("\"units\": 4", "\"units\": 4000000000", KerasModelError.Code.malformedConfig),
        ("\"units\": 4", "\"units\": 1000000", .weightsMissing), ("\"units\": 4", "\"units\": null", .malformedConfig),
        ("\"units\": 4", "\"units\": -1", .malformedConfig), ("\"units\": 4", "\"units\": 1e999", .malformedConfig),
        ("[null, 3]", "[null, 9223372036854775807]", .unknownInputShape), ("[null, 3]", "[null]", .unknownInputShape),
        ("\"hard_sigmoid\"", "\"my_function\"", .unsupportedOption),
        ("[\"in\", 0, 0, {}]", "[\"a\", 0, 0, {}]", .malformedConfig),
        ("[\"in\", 0, 0, {}]", "[\"x\", 0, 0, {}]", .malformedConfig),
        ("\"class_name\": \"Add\"", "\"class_name\": \"Dense\"", .malformedConfig),
        ("\"class_name\": \"Add\"", "\"class_name\": \"Conv2D\"", .malformedConfig),
        ("\"class_name\": \"Add\"", "\"class_name\": \"QAdd\"", .customObject),
        ("\"name\": \"a\"", "\"name\": \"d\"", .malformedConfig),
    ])
    func refusesOptions(_ old: String, _ new: String, _ code: KerasModelError.Code) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try altered(in: folder, config: { $0.replacing(old, with: new) }, weights: { _ in })
        #expect(failure(path)?.code == code)
    }
}
