import Foundation
import Networks
import Tensors
import Testing

@testable import TorchModels

/// TorchScript files against what PyTorch itself answered (see Fixtures/make_fixtures.py).
@Suite struct TorchModelTests {
    @Test(arguments: ["residual", "recurrent", "scripted"]) func answersAsPyTorchDoes(_ name: String) throws {
        let x = try TorchFixture.values(name, "x")
        let model = try TorchModel.read(TorchFixture.path("\(name).pt"), recordShape: Array(x.shape.dropFirst()))
        let found = try Network(model.architecture, weights: model.weights).outputs(RecordBatches(x))
        #expect(try found.distance(to: TorchFixture.values(name, "y")) < 1e-6)
    }

    @Test(
        arguments: zip(
            ["residual", "residual", "residual", "residual", "scripted"],
            ["stem", "blocks.0", "blocks.1", "pool", "blocks.1"]
        )
    )
    func cutsAtANamedSubmodule(_ name: String, _ submodule: String) throws {
        let x = try TorchFixture.values(name, "x")
        let shape = Array(x.shape.dropFirst())
        let model = try TorchModel.read(TorchFixture.path("\(name).pt"), recordShape: shape, upTo: submodule)
        let network = try Network(model.architecture, weights: model.weights)
        let cut = try model.architecture.cut(after: submodule)
        let features = try network.outputs(RecordBatches(x), upTo: cut)
        #expect(try features.distance(to: TorchFixture.values(name, submodule)) < 1e-6)
        #expect(try network.outputs(RecordBatches(x)).distance(to: TorchFixture.values(name, "y")) < 1e-6)
    }

    @Test func turnsChannelsFirst() throws {
        let x = try TorchFixture.values("residual", "x")
        let last = try Tensor(x).permuted([0, 2, 3, 1]).values()
        let model = try TorchModel.read(
            TorchFixture.path("residual.pt"),
            recordShape: [8, 6, 3],
            isChannelsFirst: true
        )
        let found = try Network(model.architecture, weights: model.weights).outputs(RecordBatches(last))
        #expect(try found.distance(to: TorchFixture.values("residual", "y")) < 1e-6)
    }

    @Test func listsSubmodulesAndCuts() throws {
        let all = try TorchModel.submodules(TorchFixture.path("residual.pt"), recordShape: [3, 8, 6])
        let cuts = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.cutShape) })
        #expect(cuts["blocks.0"] == [4, 4, 3])
        #expect(cuts["stem.0"] == [4, 4, 3])
        #expect(cuts["head"] == [3])
        // The block's input passes beside its convolution.
        #expect(cuts["blocks.0.conv"] == .some(nil))
        #expect(all.first { $0.name == "head" }?.parameters == 15)
    }

    @Test(
        arguments: zip(
            ["refused-file.pt", "refused-setstate.pt", "refused-pair.pt", "refused-state.pt", "answers.json"],
            [
                TorchModelError.Code.forbiddenOperator, .codeWhileLoading, .wrongShape, .notTorchScript, .unreadable,
            ]
        )
    )
    func refuses(_ file: String, _ code: TorchModelError.Code) throws {
        let path = try TorchFixture.path(file)
        let error = #expect(throws: TorchModelError.self) { try TorchModel.read(path, recordShape: [3]) }
        #expect(error?.code == code)
        #expect(error?.location == .file(path))
    }

    @Test func namesWhatIsNoCut() throws {
        let path = try TorchFixture.path("residual.pt")
        let beside = #expect(throws: TorchModelError.self) {
            try TorchModel.read(path, recordShape: [3, 8, 6], upTo: "blocks.0.conv")
        }
        #expect(beside?.code == .notACut)
        let unknown = #expect(throws: TorchModelError.self) {
            try TorchModel.read(path, recordShape: [3, 8, 6], upTo: "block.0")
        }
        #expect(unknown?.code == .unknownSubmodule)
        let shape = #expect(throws: TorchModelError.self) { try TorchModel.read(path, recordShape: [4, 8, 6]) }
        #expect(shape?.code == .wrongShape)
    }

    @Test func refusesDamagedFiles() throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: TorchFixture.path("residual.pt"))))
        let folder = FileManager.default.temporaryDirectory.appending(path: "torch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "cut.pt").path
        for share in 0..<20 {
            try Data(bytes.prefix(bytes.count * share / 20)).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: TorchModelError.self) { try TorchModel.read(path, recordShape: [3, 8, 6]) }
            #expect(error?.location == .file(path))
        }
    }
}
