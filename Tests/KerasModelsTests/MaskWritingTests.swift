import Foundation
import HDF5
import KerasModels
import Networks
import Testing

/// Masks that the Keras a model is written for would make otherwise.
@Suite struct MaskWritingTests {
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
        "masks-sequences", "masks-row", "masks-unused",
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
        let own = Set(model.architecture.layers.filter { $0.kind != "(mask)" }.map(\.name))
        let found = back.architecture.layers
        #expect(own.isSubset(of: found.map(\.name)))
        let extra = found.filter { !own.contains($0.name) }.map(\.kind)
        #expect(extra.contains(name == "masks-unused" ? "Reshape" : "ops.NotEqual"))
    }

    @Test(arguments: ["keras2-mask-add", "keras2-transformer-encoder", "masks-sequences", "masks-inside"])
    func writesNoMasksDownForTheirOwnKeras(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (files, back) = try written(name, for: .two, in: folder)
        #expect(files.count == 1)
        #expect(!back.architecture.layers.contains { $0.kind == "ops.NotEqual" })
    }

    @Test func endsMasksThatKerasTwoWouldPassOn() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = "transformer-encoder"
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

    @Test(arguments: ["mask-add", "mask-concatenate", "mask-given", "masks-merges", "masks-pairs"])
    func refusesMasksThatKerasTwoCannotBeGiven(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        for format in ExportFormat.allCases {
            let path = folder.appending(path: "other").path
            do {
                try KerasModelWriter.write(model, to: path, as: format, for: .two)
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
