import Foundation
import HDF5
import KerasModels
import Networks
import Testing

/// The file that would leave against the source model.
@Suite struct ComparingTests {
    private func differences(_ file: String, cut: String = "features") throws -> [String: LayerDifference] {
        let source = try KerasModel.read(Fixture.path("residual.h5"))
        let node = try source.architecture.cut(after: cut)
        let list = try LayerComparer.compare(source: source, transferred: Fixture.path(file), cut: node)
        return Dictionary(uniqueKeysWithValues: list.map { ($0.layer, $0) })
    }

    @Test func findsACutModelIdentical() throws {
        let all = try differences("residual-cut.h5")
        #expect(Set(all.keys) == ["stem", "stem_bn", "block", "block_bn", "mix", "mix_bn"])
        #expect(all.values.allSatisfy { $0.result == .identical && $0.largestDifference == nil })
        #expect(all["stem"]?.parameters == 108)
    }

    @Test func findsTheHead() throws {
        #expect(try differences("residual.h5")["head"]?.result == .beyondCut)
        #expect(try differences("residual.h5")["head"]?.parameters == 21)
        #expect(try differences("residual.h5", cut: "stem_relu")["mix"]?.result == .beyondCut)
    }

    @Test func readsWeightsFiles() throws {
        let all = try differences("residual.weights.h5")
        #expect(all.values.filter { $0.result == .identical }.count == 6)
        #expect(all["head"]?.result == .beyondCut)
        #expect(all.count == 7)
    }

    @Test func refusesWhatHoldsNoLayers() throws {
        let source = try KerasModel.read(Fixture.path("residual.h5"))
        let path = try Fixture.path("cases.h5")
        do throws(KerasModelError) {
            _ = try LayerComparer.compare(source: source, transferred: path, cut: 1)
            Issue.record("compared")
        } catch {
            #expect(error.code == .weightsMissing)
            #expect(error.location == .hdf5(file: path, object: "/"))
        }
    }

    @Test func measuresChanges() throws {
        let all = try differences("residual-changed.h5")
        let block = try #require(all["block"])
        #expect(block.result == .changed)
        #expect(abs((block.largestDifference ?? 0) - 0.25) < 1e-6)
        // Four biases of 148 parameters moved by 0.25.
        #expect(abs((block.meanDifference ?? 0) - 0.25 * 4 / 148) < 1e-6)
        #expect(all.values.filter { $0.result == .changed }.count == 1)
    }

    @Test func findsWhatIsMissing() throws {
        let all = try differences("dense.h5")
        #expect(all["stem"]?.result == .missing)
        #expect(all.values.contains { $0.result == .beyondCut })
    }
}
