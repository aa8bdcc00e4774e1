import Diagnostics
import LinearModels
import Testing

@Suite struct LinearSVMTests {
    let cases: [Reference.Case]

    init() throws { cases = try Reference.load().cases }

    private func trained(_ row: Reference.Case, seed: UInt64 = 1) throws(LinearModelError) -> LinearSVM {
        try LinearSVM.train(
            features: row.features,
            rows: row.rows,
            columns: row.columns,
            isMember: row.isMember,
            cost: row.cost,
            seed: seed
        )
    }

    private func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
        a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
    }

    @Test func primalMeetsTheOptimumAndScikitLearn() throws {
        for row in cases where row.rows >= row.columns {
            let machine = try trained(row)
            let decisions = machine.decisionValues(features: row.features, rows: row.rows)
            #expect(largestDifference(decisions, row.optimum) < 1e-6, "\(row.name)")
            // What scikit-learn's own tolerance leaves.
            #expect(largestDifference(decisions, row.decisions) < 1e-3, "\(row.name)")
            #expect(largestDifference(machine.weights, row.weights) < 1e-3, "\(row.name)")
            #expect(abs(machine.intercept - row.intercept) < 1e-3, "\(row.name)")
        }
    }

    @Test func dualIsNoFartherFromTheOptimumThanScikitLearn() throws {
        for row in cases where row.rows < row.columns {
            for seed in 0..<5 as Range<UInt64> {
                let decisions = try trained(row, seed: seed).decisionValues(features: row.features, rows: row.rows)
                let allowed = max(1e-3, 3 * largestDifference(row.decisions, row.optimum))
                #expect(largestDifference(decisions, row.optimum) < allowed, "\(row.name), seed \(seed)")
            }
        }
    }

    @Test func bothProblemsAreTested() {
        #expect(cases.contains { $0.rows < $0.columns })
        #expect(cases.contains { $0.isMember[0] } && cases.contains { !$0.isMember[0] })
    }

    @Test(arguments: [[true, true, false, false], [false, false, true, true]])
    func positiveMeansMemberWhicheverComesFirst(_ isMember: [Bool]) throws {
        for columns in [1, 6] {
            let features = isMember.flatMap { [Float](repeating: $0 ? 1 : -1, count: columns) }
            let machine = try LinearSVM.train(
                features: features,
                rows: 4,
                columns: columns,
                isMember: isMember,
                seed: 3
            )
            #expect(machine.decisionValues(features: features, rows: 4).map { $0 > 0 } == isMember)
            #expect(machine.weights.allSatisfy { $0 > 0 })
        }
    }

    @Test func onManyThreadsAsOnOne() async throws {
        let alone = try cases.map { row throws in try trained(row, seed: 11) }
        let together = try await withThrowingTaskGroup(of: (Int, LinearSVM).self) { group in
            for turn in 0..<120 {
                let index = turn % cases.count
                let row = cases[index]
                group.addTask { (index, try trained(row, seed: 11)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.count == 120)
        for (index, machine) in together { #expect(machine == alone[index]) }
    }

    @Test func dualTrainingsDoNotDisturbEachOther() async throws {
        let (rows, columns) = (150, 200)
        let features = uniform(rows * columns)
        let isMember = (0..<rows).map { features[$0 * columns] > 0.5 }
        func trained(_ seed: UInt64) throws(LinearModelError) -> LinearSVM {
            try LinearSVM.train(features: features, rows: rows, columns: columns, isMember: isMember, seed: seed)
        }
        // The C library takes the seeds 0 and 1 for the same.
        let seeds = 1...40 as ClosedRange<UInt64>
        let alone = try seeds.map { seed throws in try trained(seed) }
        // Were the seed without effect, this test could not fail.
        #expect(Set(alone).count == 40)
        let together = try await withThrowingTaskGroup(of: (UInt64, LinearSVM).self) { group in
            for seed in seeds { group.addTask { (seed, try trained(seed)) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for (seed, machine) in together { #expect(machine == alone[Int(seed) - 1], "seed \(seed)") }
    }

    /// Numbers in 0..<1, the same in every run.
    private func uniform(_ count: Int) -> [Float] {
        var state: UInt32 = 1
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Float(state >> 8) / Float(1 << 24)
        }
    }

    @Test(.timeLimit(.minutes(5))) func trainingEndsSoon() throws {
        let (rows, columns) = (20_000, 10)
        let features = uniform(rows * columns)
        let isMember = (0..<rows).map { features[$0 * columns] + features[$0 * columns + 1] > 1 }
        let machine = try LinearSVM.train(
            features: features,
            rows: rows,
            columns: columns,
            isMember: isMember,
            seed: 0
        )
        let right = zip(machine.decisionValues(features: features, rows: rows), isMember).count { ($0 > 0) == $1 }
        #expect(Double(right) > 0.98 * Double(rows))
    }

    @Test(.timeLimit(.minutes(5)))
    func badlyScaledFeaturesEnd() throws {
        let largest = LinearSVM.largestFeature
        let scales: [Float] = [largest, -largest, 1, 1e-9, .leastNonzeroMagnitude, 0, 3e4, 1e-30]
        for cost in [LinearSVM.costs.lowerBound, 1, LinearSVM.costs.upperBound] {
            for columns in [3, 40] {
                let features = (0..<20 * columns).map { scales[($0 * 7 + $0 / 5) % scales.count] }
                let isMember = (0..<20).map { $0 % 3 == 0 }
                let machine = try LinearSVM.train(
                    features: features,
                    rows: 20,
                    columns: columns,
                    isMember: isMember,
                    cost: cost,
                    seed: 0
                )
                #expect(machine.weights.allSatisfy { $0.isFinite })
            }
        }
    }

    @Test func decisionValuesOfAnotherShapeAreNone() {
        let machine = LinearSVM(weights: [1, 2], intercept: 0.5)
        #expect(machine.decisionValues(features: [1, 1, 0, 0], rows: 2) == [3.5, 0.5])
        #expect(machine.decisionValues(features: [1, 1, 0], rows: 2).isEmpty)
        #expect(machine.decisionValues(features: [], rows: -1).isEmpty)
        #expect(machine.decisionValues(features: [1], rows: .max).isEmpty)
        #expect(LinearSVM(weights: [], intercept: 0).decisionValues(features: [], rows: .max).isEmpty)
        #expect(machine.decisionValues(features: [.nan, 0], rows: 1).first?.isNaN == true)
    }
}
