import Accounting
import Diagnostics
import Foundation
import Testing

/// Runs, statements and what is refused.
@Suite struct StatementTests {
    /// ⌈E·N / B⌉, also where a product that is whole on paper is not one in binary.
    @Test(arguments: [
        (60_000, 256, 60, 14_063), (1000, 100, 0.3, 3), (1000, 1000, 1, 1), (10, 3, 1, 4), (1000, 1, 1e-9, 1),
        (1100, 100, 1.1, 13), (100, 10, 0.7, 7), (1000, 1, 4.35, 4350),
    ])
    func steps(records: Int, batch: Int, epochs: Double, steps: Int) throws {
        let run = try SubsampledGaussian(records: records, batch: batch, noise: 1, epochs: epochs)
        #expect(run.steps == steps)
    }

    @Test(arguments: [
        ("records", 0, 1, 1.0, 1.0), ("records", -5, 1, 1, 1), ("batch", 10, 0, 1, 1), ("batch", 10, 11, 1, 1),
        ("noise", 10, 1, 0, 1), ("noise", 10, 1, -1, 1), ("noise", 10, 1, .nan, 1), ("noise", 10, 1, .infinity, 1),
        ("epochs", 10, 1, 1, 0), ("epochs", 10, 1, 1, -2), ("epochs", 10, 1, 1, .nan), ("epochs", 10, 1, 1, .infinity),
        ("epochs", 10, 1, 1, 1e9), ("epochs", .max, 1, 1, 1e300),
    ])
    func valuesOutOfRange(parameter: String, records: Int, batch: Int, noise: Double, epochs: Double) {
        let error = #expect(throws: AccountingError.self) {
            try SubsampledGaussian(records: records, batch: batch, noise: noise, epochs: epochs)
        }
        #expect(error?.code == .outOfRange)
        #expect(error?.location == .option(parameter))
    }

    @Test(arguments: [0, 1, -0.1, 1.1, .nan], Accountant.allCases)
    func deltasOutOfRange(delta: Double, accountant: Accountant) throws {
        let run = try SubsampledGaussian(records: 10, batch: 1, noise: 1, epochs: 1)
        let error = #expect(throws: AccountingError.self) { try accountant.epsilon(run, delta: delta) }
        #expect(error?.code == .outOfRange)
        #expect(error?.location == .option("delta"))
    }

    @Test func statement() throws {
        let run = try SubsampledGaussian(records: 60_000, batch: 256, noise: 1.1, epochs: 60)
        let statement = try PrivacyStatement(run, delta: 1e-5)
        #expect(statement.epsilon == statement.pld)
        #expect(statement.pld < statement.rdp.epsilon)
        let e = exp(statement.epsilon)
        #expect(abs(statement.advantageBound - (e - 1 + 2e-5) / (e + 1)) < 1e-12)
        #expect(!statement.caveats.contains(.largeDelta))
        #expect(try PrivacyStatement(run, delta: 1 / 60_000).caveats.contains(.largeDelta))
    }

    /// Without an ε there is no bound but the trivial one.
    @Test func advantageBoundOfLargeEpsilon() throws {
        let run = try SubsampledGaussian(records: 10, batch: 10, noise: 0.01, epochs: 5)
        #expect(try PrivacyStatement(run, delta: 1e-5).advantageBound == 1)
    }
}
