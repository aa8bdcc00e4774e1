import Accounting
import Testing

/// Noise for an ε.
@Suite struct NoiseCalibrationTests {
    private func noise(
        _ reference: ReferenceRun,
        epsilon: Double,
        _ accountant: Accountant
    ) throws -> SubsampledGaussian {
        try NoiseCalibration.run(
            epsilon: epsilon,
            delta: reference.delta,
            records: reference.records,
            batch: reference.batch,
            epochs: reference.epochs,
            accountant: accountant
        )
    }

    @Test(arguments: zip(Accountant.allCases, [1, 10]))
    func inverts(accountant: Accountant, stride: Int) throws {
        for reference in ReferenceRun.every(stride) {
            let epsilon = try accountant.epsilon(reference.mechanism(), delta: reference.delta)
            let run = try noise(reference, epsilon: epsilon, accountant)
            #expect(abs(run.noise / reference.noise - 1) <= 1e-3, "\(reference)")
        }
    }

    @Test(arguments: Accountant.allCases)
    func keepsTheTarget(accountant: Accountant) throws {
        for reference in ReferenceRun.every(50) {
            for epsilon in [0.5, 3, 8] {
                let run = try noise(reference, epsilon: epsilon, accountant)
                let reached = try accountant.epsilon(run, delta: reference.delta)
                #expect(reached <= epsilon)
                #expect(reached >= epsilon * (1 - 1e-3) || run.noise == NoiseCalibration.range.lowerBound)
            }
        }
    }

    @Test func unreachable() throws {
        let error = #expect(throws: AccountingError.self) {
            try NoiseCalibration.run(
                epsilon: 1e-4,
                delta: 1e-9,
                records: 100,
                batch: 100,
                epochs: 1_000_000,
                accountant: .rdp
            )
        }
        #expect(error?.code == .unreachable)
        #expect(error?.location == .option("epsilon"))
    }

    /// A run so short that even hardly any noise does.
    @Test func leastNoise() throws {
        let run = try NoiseCalibration.run(
            epsilon: 1000,
            delta: 1e-3,
            records: 1000,
            batch: 1,
            epochs: 0.001,
            accountant: .pld
        )
        #expect(run.noise == NoiseCalibration.range.lowerBound)
    }

    @Test(arguments: [0, -1, .nan, .infinity])
    func targetsOutOfRange(epsilon: Double) throws {
        let reference = try #require(ReferenceRun.all.first)
        let error = #expect(throws: AccountingError.self) { try noise(reference, epsilon: epsilon, .rdp) }
        #expect(error?.code == .outOfRange)
        #expect(error?.location == .option("epsilon"))
    }
}
