import Networks
import Tensors
import Testing

/// Batch normalisations replaced by group normalisations.
@Suite struct GroupNormalisationTests {
    @Test func replacesEveryBatchNormalisation() throws {
        let before = try ResidualNetwork.make(size: 8, blocks: 1, filters: 12)
        let (after, changed) = {
            let result = before.withGroupNormalisation()
            return (result.architecture, result.changed)
        }()
        #expect(changed == before.layers.indices.filter { before.layers[$0].layer is BatchNorm })
        #expect(after.nodes.map(\.shape) == before.nodes.map(\.shape))
        for (index, (old, new)) in zip(before.layers, after.layers).enumerated() {
            #expect(old.name == new.name)
            guard changed.contains(index) else {
                #expect(old.kind == new.kind)
                continue
            }
            let norm = try #require(new.layer as? GroupNorm)
            #expect(new.kind == "GroupNormalization")
            // 12, 24 and 48 features.
            #expect(norm.groups == (norm.features == 12 ? 6 : 8) && norm.axis == 3)
        }
    }

    /// γ and β stay, the moving statistics go, and the weights fit.
    @Test func keepsScalesAndShifts() throws {
        let before = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4)
        var weights = try before.freshWeights(Seed(1))
        let result = before.withGroupNormalisation()
        for index in result.changed {
            for place in 0..<2 {
                weights.layers[index][place] = try TensorGenerator(Seed(UInt64(index)))
                    .normal(shape: weights.layers[index][place].shape).values()
            }
        }
        let kept = result.weights(from: weights)
        for index in result.changed { #expect(kept.layers[index] == Array(weights.layers[index].prefix(2))) }
        let network = try Network(result.architecture, weights: kept)
        let x = RecordBatches(try TensorGenerator(Seed(2)).uniform(shape: [3, 8, 8, 3]).values())
        let all = try network.outputs(x)
        // No record sees another.
        #expect(try zip(network.outputs(x.picking([1])).floats, all.row(1)).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    @Test(arguments: [(16, 8), (6, 3), (7, 1), (1, 1), (64, 8), (20, 5), (2, 1)])
    func groups(_ features: Int, _ groups: Int) throws {
        let layer = NamedLayer(
            name: "n",
            kind: "BatchNormalization",
            layer: BatchNorm(features: features, hasBeta: false)
        )
        let maps = try Architecture(name: "m", inputShape: [4, features], [layer]).withGroupNormalisation()
        let norm = try #require(maps.architecture.layers[1].layer as? GroupNorm)
        #expect(norm.groups == groups && norm.hasGamma && !norm.hasBeta)
        let vectors = try Architecture(name: "v", inputShape: [features], [layer]).withGroupNormalisation()
        #expect((vectors.architecture.layers[1].layer as? GroupNorm)?.groups == 1)
    }
}
