import Accounting
import Testing

/// What holds for every run.
@Suite struct PropertyTests {
    @Test(arguments: Accountant.allCases)
    func moreNoiseIsMorePrivate(accountant: Accountant) throws {
        for reference in ReferenceRun.every(10) {
            let run = try reference.mechanism()
            let noisier = try run.with(noise: 1.05 * run.noise)
            let epsilon = try accountant.epsilon(run, delta: reference.delta)
            #expect(try accountant.epsilon(noisier, delta: reference.delta) < epsilon, "\(reference)")
        }
    }

    @Test(arguments: Accountant.allCases)
    func fewerStepsAreMorePrivate(accountant: Accountant) throws {
        for reference in ReferenceRun.every(10) {
            let run = try reference.mechanism()
            let shorter = try SubsampledGaussian(
                records: run.records,
                batch: run.batch,
                noise: run.noise,
                epochs: 0.8 * run.epochs
            )
            let epsilon = try accountant.epsilon(run, delta: reference.delta)
            #expect(try accountant.epsilon(shorter, delta: reference.delta) < epsilon, "\(reference)")
        }
    }

    @Test(arguments: Accountant.allCases)
    func smallerDeltaIsLargerEpsilon(accountant: Accountant) throws {
        for reference in ReferenceRun.every(20) {
            let run = try reference.mechanism()
            let epsilon = try accountant.epsilon(run, delta: reference.delta)
            #expect(try accountant.epsilon(run, delta: reference.delta / 2) > epsilon, "\(reference)")
        }
    }

    /// With little noise, and with very many steps, there is still an answer, and quickly.
    @Test(arguments: [(0.001, 1.0), (0.02, 10), (0.06, 5), (0.2, 300), (1, 100_000), (1e6, 1)])
    func extremes(noise: Double, epochs: Double) throws {
        for batch in [1, 999] {
            let run = try SubsampledGaussian(records: 1000, batch: batch, noise: noise, epochs: epochs)
            let rdp = try RDPAccountant.epsilon(run, delta: 1e-5).epsilon
            let pld = try PLDAccountant.epsilon(run, delta: 1e-5)
            #expect(rdp.isFinite && rdp >= 0)
            #expect(pld >= 0)
            #expect(pld <= rdp * (1 + 1e-3) + 0.1, "\(run)")
        }
    }

    /// Losses left out count as infinite: a δ below their probability has no ε.
    @Test func noEpsilonAtTinyDelta() throws {
        let run = try SubsampledGaussian(records: 1000, batch: 10, noise: 1, epochs: 10)
        #expect(try PLDAccountant.epsilon(run, delta: 1e-16) == .infinity)
        #expect(try PLDAccountant.epsilon(run, delta: 1e-13).isFinite)
    }
}
