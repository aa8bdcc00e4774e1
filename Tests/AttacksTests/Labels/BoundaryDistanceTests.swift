import Foundation
import Networks
import ShadowModels
import Tensors
import Testing

/// Distances to the decision boundary, where they are known.
struct BoundaryDistanceTests {
    private func observe(_ trainer: ShadowTrainer, queries: Int, rows: [Int]? = nil) throws -> Observations {
        let all = Array(trainer.shadowCount..<trainer.labels.count)
        return try BoundaryObserver(trainer, queries: queries).observe(
            trainer.source.weights,
            rows: rows ?? all,
            known: Array(0..<trainer.shadowCount),
            seed: Seed(5)
        )
    }

    /// A linear model of two classes on records of 20 features with spreads of their own: the distance in those spreads is
    /// |w·x + b| / ‖w·spread‖ (Choquette-Choo et al. 2021, section 3.4).
    private func linear(threads: Int = 2) throws -> (trainer: ShadowTrainer, distances: [Double]) {
        let (size, count) = (20, 40)
        let spreads = (0..<size).map { 0.5 + 0.1 * Float($0) }
        func records(_ count: Int, _ seed: UInt64) throws -> TensorValues {
            let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, size]).floats()
            return TensorValues(shape: [count, size], floats: noise.enumerated().map { $1 * spreads[$0 % size] })
        }
        let (known, audited) = (try records(300, 1), try records(count, 2))
        let weight = try TensorGenerator(Seed(3)).normal(shape: [size]).floats()
        let bias: Float = 0.7
        func margin(_ row: ArraySlice<Float>) -> Double {
            zip(row, weight).reduce(Double(bias)) { $0 + Double($1.0) * Double($1.1) }
        }
        let margins = (0..<count).map { margin(audited.row($0)) }
        // Every fifth record has a label that the model does not answer.
        let labels = margins.enumerated().map { ($1 > 0) == ($0 % 5 != 0) ? 1 : 0 }
        let trainer = try KnownModel.trainer(
            [
                NamedLayer(name: "first", kind: "Dense", layer: Dense(inputs: size, units: size)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: size, units: 2)),
            ],
            [
                "first": [
                    (0..<size * size).map { $0 / size == $0 % size ? 1 : 0 }, Array(repeating: 0, count: size),
                ],
                "answer": [weight.flatMap { [-$0 / 2, $0 / 2] }, [-bias / 2, bias / 2]],
            ],
            known: (known, (0..<known.rows).map { margin(known.row($0)) > 0 ? 1 : 0 }),
            audited: (audited, labels),
            threads: threads
        )
        // The spreads as the adversary sees them.
        let seen = (0..<size).map { feature in
            let column = (0..<known.rows).map { Double(known.floats[$0 * size + feature]) }
            let mean = column.reduce(0, +) / Double(column.count)
            return (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count - 1)).squareRoot()
        }
        let norm = zip(weight, seen).reduce(0.0) { $0 + (Double($1.0) * $1.1) * (Double($1.0) * $1.1) }.squareRoot()
        return (trainer, margins.enumerated().map { $0 % 5 == 0 ? 0 : abs($1) / norm })
    }

    @Test func distanceOfALinearModelIsExact() throws {
        let (trainer, expected) = try linear()
        let read = try observe(trainer, queries: 3000)
        let distances = try #require(read["boundary-distance"])
        #expect(distances.count == expected.count)
        var worst = 1.0
        for (found, exact) in zip(distances, expected) {
            guard exact > 0 else {
                #expect(found == 0)
                continue
            }
            // What is found lies beyond the boundary: never nearer than the boundary, and hardly farther.
            #expect(found > exact * 0.9999)
            worst = max(worst, found / exact)
        }
        #expect(worst < 1.02, "\(worst)")
    }

    @Test func moreQueriesComeNearer() throws {
        let (trainer, expected) = try linear()
        var before = Double.infinity
        for queries in [30, 100, 300, 1000] {
            let read = try observe(trainer, queries: queries)
            let known = trainer.shadowCount
            #expect(try #require(read.queries) <= known + queries * expected.count)
            let mean = try #require(read["boundary-distance"]).reduce(0, +)
            #expect(mean < before)
            before = mean
        }
    }

    @Test func neitherThreadsNorOtherRecordsMatter() throws {
        let all = try observe(linear(threads: 1).trainer, queries: 200)
        #expect(try observe(linear(threads: 2).trainer, queries: 200) == all)
        let trainer = try linear().trainer
        let rows = [7, 3, 21].map { trainer.shadowCount + $0 }
        let few = try #require(try observe(trainer, queries: 200, rows: rows)["boundary-distance"])
        let values = try #require(all["boundary-distance"])
        for (one, other) in zip(few, [7, 3, 21].map { values[$0] }) { #expect(abs(one - other) < 1e-3 * other) }
    }

    /// Records lie in [0, 1]; what would cross the boundary outside of it does not count.
    @Test func imagesStayWithinTheirRange() throws {
        let shape = [8, 8, 1]
        func images(_ count: Int, _ seed: UInt64) throws -> TensorValues {
            let values = try TensorGenerator(Seed(seed)).uniform(shape: [count] + shape).floats()
            return TensorValues(shape: [count] + shape, floats: values)
        }
        var known = try images(200, 1).floats
        (known[0], known[1]) = (0, 1)
        // Only the first pixel counts: it has to pass 0.75.
        let weights: [Float] = [-1, 1] + Array(repeating: 0, count: 126)
        let layers = [
            NamedLayer(name: "flat", kind: "Flatten", layer: Flatten()),
            NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 64, units: 2)),
        ]
        let audited = try images(30, 2)
        let pixels = (0..<30).map { audited.floats[$0 * 64] }
        let trainer = try KnownModel.trainer(
            layers,
            ["answer": [weights, [0.75, -0.75]]],
            known: (TensorValues(shape: [200] + shape, floats: known), (0..<200).map { known[$0 * 64] > 0.75 ? 1 : 0 }),
            audited: (audited, pixels.map { $0 > 0.75 ? 1 : 0 })
        )
        let distances = try #require(try observe(trainer, queries: 3000)["boundary-distance"])
        for (found, pixel) in zip(distances, pixels) {
            let exact = Double(abs(pixel - 0.75))
            #expect(found > exact * 0.999 && found < exact * 1.3 + 0.02, "\(found), not \(exact)")
        }
    }

    /// A model that gives every input the same label has no boundary: a record lies as far from it as from the farthest known
    /// one.
    @Test func withoutABoundaryDistancesAreFinite() throws {
        let values = TensorValues(shape: [3, 2], floats: [0, 0, 1, 0, 0, 1])
        let trainer = try KnownModel.trainer(
            [
                NamedLayer(name: "first", kind: "Dense", layer: Dense(inputs: 2, units: 2)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 2, units: 2)),
            ],
            ["first": [[0, 0, 0, 0], [0, 0]], "answer": [[0, 0, 0, 0], [1, 0]]],
            known: (values, [0, 0, 0]),
            audited: (values, [0, 1, 0])
        )
        let distances = try #require(try observe(trainer, queries: 100)["boundary-distance"])
        #expect(distances.allSatisfy { $0.isFinite } && distances[0] > 0 && distances[1] == 0)
    }

    private struct Computed: Decodable {
        let labels: [Int]
        let records: [Float]
        let hidden, answer: [[Float]]
        let distances: [Double]
    }

    /// Another library's HopSkipJump on the same network (Fixtures/reference_boundary.py): both follow the boundary to a
    /// nearest point, and not always to the same one.
    @Test func distancesAreThoseOfAnotherImplementation() throws {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference_boundary.json")
        let computed = try JSONDecoder().decode(Computed.self, from: Data(contentsOf: url))
        let count = computed.labels.count
        let records = TensorValues(shape: [count, 12], floats: computed.records)
        let trainer = try KnownModel.trainer(
            [
                NamedLayer(name: "hidden", kind: "Dense", layer: Dense(inputs: 12, units: 24, activation: .tanh)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 24, units: 3)),
            ],
            ["hidden": computed.hidden, "answer": computed.answer],
            known: (records, computed.labels),
            audited: (records, computed.labels)
        )
        let distances = try #require(try observe(trainer, queries: 5000)["boundary-distance"])
        var ratios: [Double] = []
        for (found, expected) in zip(distances, computed.distances) {
            guard expected > 0 else {
                #expect(found == 0)
                continue
            }
            ratios.append(found / expected)
        }
        ratios.sort()
        let close = ratios.count { abs($0 - 1) < 0.02 }
        print("ratios \(ratios.first ?? 0) to \(ratios.last ?? 0), \(close) of \(ratios.count) within 2 %")
        #expect(abs(ratios[ratios.count / 2] - 1) < 0.01)
        #expect(close >= ratios.count * 8 / 10, "\(ratios)")
    }
}
