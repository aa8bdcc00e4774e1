import Networks
import Tensors
import Testing

/// Cutting a network into transferred layers and head.
@Suite struct CutTests {
    @Test func headOfTransferredLayersIsTheWhole() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4)
        let weights = try architecture.freshWeights(Seed(1))
        let x = RecordBatches(try TensorGenerator(Seed(2)).normal(shape: [5, 8, 8, 3]).values())
        let whole = try Network(architecture, weights: weights).outputs(x)
        #expect(architecture.cuts.count > 5)
        for cut in architecture.cuts {
            let (shallow, shallowMap) = architecture.shallowPart(upTo: cut)
            let (deep, deepMap) = architecture.deepPart(after: cut)
            let features = try Network(shallow, weights: weights.picking(shallowMap)).outputs(x)
            #expect(features.shape == [5] + architecture.nodes[cut].shape)
            let answer = try Network(deep, weights: weights.picking(deepMap)).outputs(RecordBatches(features))
            #expect(answer == whole)
        }
    }

    /// The same features, another function over them, whatever the network's own head is like.
    @Test func anotherHeadOnTheSameLayers() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4)
        let weights = try architecture.freshWeights(Seed(1))
        let x = RecordBatches(try TensorGenerator(Seed(2)).normal(shape: [5, 8, 8, 3]).values())
        for cut in architecture.cuts {
            let own = architecture.deepPart(after: cut).part.layers.filter { !$0.layer.parameters.isEmpty }
            let other = try architecture.withOtherHead(after: cut, hidden: 7, classes: 6)
            let head = other.architecture.deepPart(after: cut).part.layers.filter { !$0.layer.parameters.isEmpty }
            #expect(head.map(\.name) == (own.count > 1 ? ["other_answer"] : ["other_hidden", "other_answer"]))
            var drawn = try other.architecture.freshWeights(Seed(3))
            for (place, layer) in other.layerMap.enumerated() { drawn.layers[place] = weights.layers[layer] }
            #expect(try Network(other.architecture, weights: drawn).outputs(x).shape == [5, 6])
            let (shallow, map) = architecture.shallowPart(upTo: cut)
            let (same, _) = other.architecture.shallowPart(upTo: cut)
            let features = try Network(same, weights: Weights(Array(drawn.layers.prefix(map.count)))).outputs(x)
            #expect(try features == Network(shallow, weights: weights.picking(map)).outputs(x))
        }
    }

    @Test func knowsWhereOtherTensorsPass() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4)
        func code(_ name: String) -> NetworkError.Code? {
            do throws(NetworkError) {
                _ = try architecture.cut(after: name)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code("features") == nil)
        #expect(code("s1b0_out") == nil)
        #expect(code("s1b0a_conv") == .notACut)
        #expect(code("logits") == .notACut)
        #expect(code("featurs") == .unknownLayer)
        #expect(architecture.defaultCut == (try architecture.cut(after: "features")))
    }
}
