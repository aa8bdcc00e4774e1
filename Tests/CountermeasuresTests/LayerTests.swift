import Networks
import Tensors
import Testing

@testable import Countermeasures

/// What defences do to the transferred layers, and that they leave the head alone.
@Suite struct LayerTests {
    private static let all: [any LayerCountermeasure.Type] = [
        LayerNoise.self, PrunedLayers.self, QuantisedLayers.self, LowRankLayers.self, ReinitialisedLayers.self,
    ]

    private func hardened(
        _ measure: any LayerCountermeasure.Type,
        _ values: [String: Double] = [:],
        seed: UInt64 = 3
    ) throws -> (before: TransferredLayers, after: TransferredLayers) {
        let before = try SmallModel.layers()
        let settings = CountermeasureSettings(measure.descriptor, values)
        return (before, try measure.init(settings).hardened(before, seed: Seed(seed)))
    }

    /// Kernels of the layers a, b and c before and after.
    private func kernels(_ pair: (before: TransferredLayers, after: TransferredLayers)) -> [(
        TensorValues, TensorValues
    )] {
        pair.before.architecture.layers.indices.filter {
            ["a", "b", "c"].contains(pair.before.architecture.layers[$0].name)
        }
        .map { (pair.before.weights.layers[$0][0], pair.after.weights.layers[$0][0]) }
    }

    @Test(arguments: all.indices)
    func theHeadStaysAndTheSeedDecides(_ index: Int) throws {
        let pair = try hardened(Self.all[index])
        let shared = Set(pair.before.architecture.layers(upTo: pair.before.cut))
        for layer in pair.before.architecture.layers.indices where !shared.contains(layer) {
            #expect(pair.after.weights.layers[layer] == pair.before.weights.layers[layer])
        }
        #expect(pair.after.weights != pair.before.weights)
        #expect(try hardened(Self.all[index]).after.weights == pair.after.weights)
        #expect(try SmallModel.answers(pair.after).floats.allSatisfy(\.isFinite))
    }

    @Test func noiseHasTheSizeAskedFor() throws {
        for (before, after) in kernels(try hardened(LayerNoise.self, ["deviation": 0.5])) {
            let spread = deviation(before.floats.map(Double.init))
            let noise = zip(before.floats, after.floats).map { Double($1) - Double($0) }
            // The standard error of a standard deviation of n draws is σ / √(2n).
            let error = 0.5 * spread / Double(2 * noise.count).squareRoot()
            #expect(abs(deviation(noise) - 0.5 * spread) < 4 * error)
        }
        #expect(
            try hardened(LayerNoise.self, seed: 1).after.weights != hardened(LayerNoise.self, seed: 2).after.weights
        )
    }

    private func deviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }

    @Test func pruningKeepsTheLargest() throws {
        for (before, after) in kernels(try hardened(PrunedLayers.self, ["share": 0.7])) {
            let kept = zip(before.floats, after.floats).filter { $1 != 0 }
            let gone = zip(before.floats, after.floats).filter { $1 == 0 }
            #expect(abs(Double(gone.count) / Double(before.floats.count) - 0.7) < 0.01)
            #expect(kept.allSatisfy { $0 == $1 })
            #expect((kept.map { abs($0.0) }.min() ?? 0) >= (gone.map { abs($0.0) }.max() ?? 1))
        }
    }

    @Test(arguments: [4.0, 8.0])
    func quantisationRoundsToSoManyLevels(_ bits: Double) throws {
        let levels = (1 << Int(bits)) - 1
        for (before, after) in kernels(try hardened(QuantisedLayers.self, ["bits": bits])) {
            let rows = try #require(WeightMatrix(before)).rows
            let rounded = try #require(WeightMatrix(after)).rows
            for (old, new) in zip(rows, rounded) {
                let top = old.map { abs($0) }.max() ?? 0
                #expect(Set(new).count <= levels)
                let half = top / Float((levels - 1) / 2) / 2
                #expect(zip(old, new).allSatisfy { abs($0 - $1) <= half * 1.001 })
            }
        }
    }

    @Test func lowRankKeepsTheEnergyAskedFor() throws {
        for (before, after) in kernels(try hardened(LowRankLayers.self, ["energy": 0.8])) {
            let rows = try #require(WeightMatrix(before)).rows
            let low = try #require(WeightMatrix(after)).rows
            let values = try Tensor(low.flatMap(\.self), shape: [low.count, low[0].count], device: .cpu)
                .singularValues()
                .values.doubles()
            let old = try Tensor(rows.flatMap(\.self), shape: [rows.count, rows[0].count], device: .cpu)
                .singularValues()
                .values.doubles()
            let rank = values.count { $0 > 1e-4 * old[0] }
            let total = old.reduce(0) { $0 + $1 * $1 }
            let kept = old[..<rank].reduce(0) { $0 + $1 * $1 }
            #expect(rank < old.count)
            #expect(kept >= 0.8 * total)
            #expect(kept - old[rank - 1] * old[rank - 1] < 0.8 * total)
            #expect(zip(values, old).prefix(rank).allSatisfy { abs($0 - $1) < 1e-3 * old[0] })
        }
    }

    @Test func theLastLayersAreDrawnAnew() throws {
        let pair = try hardened(ReinitialisedLayers.self, ["layers": 2])
        let changed = kernels(pair).map { $0.0 != $0.1 }
        #expect(changed == [false, true, true])
        #expect(throws: CountermeasureError.self) { try hardened(ReinitialisedLayers.self, ["layers": 3]) }
    }

    /// θ̄ = (1/n) Σ θᵢ up to the cut, moving statistics included; the head stays.
    @Test func averagedWeightsAreTheMeanUpToTheCut() throws {
        let architecture = try SmallModel.normalised()
        let states = try (0..<3).map { index in
            // Fresh statistics are all the same: each state has its own.
            Weights(
                try architecture.freshWeights(Seed(UInt64(index))).layers.map { layer in
                    layer.map { TensorValues(shape: $0.shape, floats: $0.floats.map { $0 + Float(index) }) }
                }
            )
        }
        let cut = try architecture.cut(after: "n")
        let layers = TransferredLayers(
            architecture: architecture,
            weights: states[2],
            cut: cut,
            earlier: Array(states[..<2])
        )
        for (count, used) in [(1000.0, states), (2.0, Array(states[1...]))] {
            let settings = CountermeasureSettings(AveragedWeights.descriptor, ["states": count])
            let after = try AveragedWeights(settings).hardened(layers, seed: Seed(1)).weights
            let shared = Set(architecture.layers(upTo: cut))
            for (layer, parameters) in after.layers.enumerated() {
                guard shared.contains(layer) else {
                    #expect(parameters == states[2].layers[layer])
                    continue
                }
                for (index, values) in parameters.enumerated() {
                    for (place, value) in values.floats.enumerated() {
                        let mean = used.reduce(0) { $0 + $1.layers[layer][index].floats[place] } / Float(used.count)
                        #expect(abs(value - mean) < 1e-5)
                    }
                }
            }
            let norm = try #require(architecture.layers.firstIndex { $0.name == "n" })
            #expect(after.layers[norm].count == 4)
        }
    }

    @Test func withoutEarlierStatesThereIsNothingToAverage() throws {
        let error = #expect(throws: CountermeasureError.self) { try hardened(AveragedWeights.self) }
        #expect(error?.code == .notApplicable)
    }

    @Test func fewerLayersMoveTheCut() throws {
        let pair = try hardened(FewerLayers.self)
        let names = [pair.before, pair.after].map { $0.architecture.layers[$0.architecture.nodes[$0.cut].layer].name }
        #expect(names == ["c", "pool"])
        #expect(pair.after.weights == pair.before.weights)
        let two = try hardened(FewerLayers.self, ["places": 2]).after
        #expect(two.architecture.layers[two.architecture.nodes[two.cut].layer].name == "a")
        #expect(throws: CountermeasureError.self) { try hardened(FewerLayers.self, ["places": 3]) }
    }

    @Test func matricesKeepTheirKernels() throws {
        for (before, _) in kernels(try hardened(LayerNoise.self)) {
            let matrix = try #require(WeightMatrix(before))
            #expect(matrix.kernel(matrix.rows) == before)
        }
        #expect(WeightMatrix(TensorValues(shape: [3], floats: [1, 2, 3])) == nil)
    }
}
