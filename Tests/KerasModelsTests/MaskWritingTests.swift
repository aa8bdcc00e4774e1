import Foundation
import HDF5
import KerasModels
import Networks
import Testing

/// Masks that the Keras a model is written for would make otherwise.
@Suite struct MaskWritingTests {
    /// A model inside that is applied twice, which in Keras 3 has a mask but the first time.
    static let onlyInKerasTwo = "keras2-masks-shared"

    private func written(
        _ name: String,
        for generation: KerasGeneration,
        in folder: URL
    ) throws -> (files: [String], back: KerasModel) {
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let path = folder.appending(path: "back.weights.h5").path
        let files = try KerasModelWriter.write(model, to: path, as: .weights, for: generation)
        let json = folder.appending(path: "back.json").path
        if files.count == 1 { try KerasModelWriter.write(model, to: json, as: .json, for: generation) }
        return (files, try KerasModel.read(path, architecture: json))
    }

    @Test(arguments: [
        "keras2-mask-add", "keras2-mask-concatenate", "keras2-transformer-encoder", "masks-attentions",
        "masks-sequences", "masks-row", "masks-unused", "keras2-masks-borders",
    ])
    func writesMasksDownForKerasThree(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let (files, back) = try written(name, for: .three, in: folder)
        // The weights alone do not say which masks are to be given.
        #expect(files.map { URL(fileURLWithPath: $0).lastPathComponent } == ["back.weights.h5", "back.json"])
        let x = try Fixture.input(name)
        #expect(try back.answers(x).distance(to: model.answers(x)) < 1e-5)
        // With masks given a model is written flat.
        let names = model.architecture.layers.filter { $0.kind != "(mask)" }.map(\.name)
        let own = Set(names.map { $0.replacing("/", with: "_") })
        let found = back.architecture.layers
        #expect(own.isSubset(of: found.map(\.name)))
        let extra = found.filter { !own.contains($0.name) }.map(\.kind)
        #expect(extra.contains(name == "masks-unused" ? "Reshape" : "ops.NotEqual"))
    }

    @Test(arguments: [
        "keras2-mask-add", "keras2-transformer-encoder", "masks-sequences", "masks-inside", "keras2-masks-borders",
        "keras2-masks-shared",
    ])
    func writesNoMasksDownForTheirOwnKeras(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (files, back) = try written(name, for: .two, in: folder)
        #expect(files.count == 1)
        #expect(!back.architecture.layers.contains { $0.kind == "ops.NotEqual" })
    }

    @Test(arguments: ["transformer-encoder", "masks-borders", "masks-order"])
    func endsMasksThatKerasTwoWouldPassOn(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let path = folder.appending(path: "two.h5").path
        try KerasModelWriter.write(model, to: path, for: .two)
        let back = try KerasModel.read(path)
        #expect(back.kerasVersion == "2.15.0")
        let x = try Fixture.input(name)
        #expect(try back.answers(x).distance(to: model.answers(x)) < 1e-5)
        #expect(back.architecture.layers.contains { $0.name.hasSuffix("_unmasked") })
        #expect(!model.architecture.layers.contains { $0.name.hasSuffix("_unmasked") })
    }

    @Test(arguments: ["masks-borders", "masks-order", "masks-beside", "masks-handed"])
    func keepsTheMasksOfModelsInsideModels(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let back = try written(name, for: .three, in: folder).back
        #expect(try back.answers(Fixture.input(name)).distance(to: Fixture.output(name)) < 2e-5)
    }

    @Test(arguments: [
        "mask-add", "mask-concatenate", "mask-given", "masks-merges", "masks-pairs", "masks-beside", "masks-handed",
    ])
    func refusesMasksThatKerasTwoCannotBeGiven(_ name: String) throws {
        try refuses(name, for: .two)
    }

    @Test func refusesASharedModelThatKerasThreeCallsWithAMaskAndWithout() throws {
        try refuses(Self.onlyInKerasTwo, for: .three)
    }

    private func refuses(_ name: String, for generation: KerasGeneration) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        for format in ExportFormat.allCases {
            let path = folder.appending(path: "other").path
            do {
                try KerasModelWriter.write(model, to: path, as: format, for: generation)
                Issue.record("it was written")
            } catch {
                #expect(error.code == .notWritable)
                guard case .layer(let layer, let file) = error.location else {
                    Issue.record("no layer is named")
                    continue
                }
                #expect(file == path)
                #expect(model.architecture.layers.contains { $0.name == layer })
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
