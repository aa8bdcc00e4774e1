import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// Every supported layer class against real Keras.
@Suite struct LayerParityTests {
    @Test(arguments: Fixture.cases) func answersAsKerasDoes(_ name: String) throws {
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let expected = try Fixture.output(name)
        let found = try model.answers(Fixture.input(name))
        #expect(found.distance(to: expected) < 2e-5)
    }

    @Test(arguments: Fixture.cases) func answersTheSameFolded(_ name: String) throws {
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let folded = model.architecture.folded(model.weights)
        let x = try RecordBatches(Fixture.input(name))
        let whole = try Network(model.architecture, weights: model.weights)
        let fast = try Network(folded.architecture, weights: folded.weights)
        for node in model.architecture.nodes.indices {
            let expected = try whole.outputs(x, upTo: node)
            #expect(try fast.outputs(x, upTo: node).distance(to: expected) < 1e-5)
        }
    }

    @Test func someCaseHasEveryClass() throws {
        var seen: Set<String> = []
        for name in Fixture.cases {
            let architecture = try KerasModel.read(Fixture.path("\(name).h5")).architecture
            seen.formUnion(architecture.layers.map(\.kind))
        }
        // Other names of the same classes.
        let aliases = [
            "Convolution", "SeparableConvolution", "MaxPool1", "MaxPool2", "MaxPool3", "AvgPool", "GlobalAvg",
            "GlobalMaxPool1", "GlobalMaxPool2", "GlobalMaxPool3", "BatchNormalizationV", "Deconvolution3D", "ops.",
            "GroupQueryAttention", "ConvertToTensor", "Any", "ZerosLike", "OnesLike", "ExpandDims", "LogicalOr",
        ]
        let left = KerasLayerCatalog.all.flatMap(\.classNames).filter { name in
            !seen.contains(name) && !aliases.contains { name.hasPrefix($0) }
        }
        #expect(left.isEmpty)
        #expect(Fixture.cases.count >= 28)
    }
}
