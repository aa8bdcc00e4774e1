import Foundation
import KerasModels
import Networks
import Tensors
import Testing

/// Layers with parts of their own in files of Keras 3, where each part has a group.
@Suite struct SequenceArchiveTests {
    static let names: [String] = Fixture.cases.filter { name in
        (try? Fixture.path("\(name).keras")).map { FileManager.default.fileExists(atPath: $0) } ?? false
    }

    @Test(arguments: names) func answersAsTheSameModelInHDF5(_ name: String) throws {
        let model = try KerasModel.read(Fixture.path("\(name).keras"))
        let x = try Fixture.input(name)
        #expect(try model.answers(x).distance(to: Fixture.output(name)) < 2e-5)
        #expect(try KerasModel.read(Fixture.path("\(name).h5")).weights == model.weights)
    }

    @Test func thereAreSome() { #expect(Self.names.count >= 12) }

    /// Keras 3 writes down how masks are made; those it makes by itself are not read twice.
    @Test func readsMasksOnce() throws {
        for name in Fixture.cases {
            let model = try KerasModel.read(Fixture.path("\(name).h5"))
            let operations = model.architecture.layers.filter {
                ["NotEqual", "LogicalOr", "Any", "ZerosLike", "OnesLike", "ExpandDims"].contains($0.kind)
            }
            let areGiven = ["mask-given", "masks-handed", "masks-pairs"].contains(name)
            #expect(operations.isEmpty != areGiven, "\(name): \(operations.map(\.name))")
        }
    }
}
