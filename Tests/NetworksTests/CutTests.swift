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
