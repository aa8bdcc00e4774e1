import Accounting
import Testing

/// Both accountants against those of dp-accounting.
@Suite struct AccountantTests {
    /// Values of dp-accounting 0.6.0, to four decimals.
    @Test(arguments: [
        (60_000, 256, 1.1, 60.0, 1e-5, 2.5967, 2.3818),
        (60_000, 600, 1.0, 20.0, 1e-5, 2.8665, 2.5839),
        (10_000, 100, 0.7, 30.0, 1e-4, 7.3119, 6.4053),
        (50_000, 512, 2.0, 100.0, 1e-5, 2.3845, 2.1920),
    ])
    func usualRuns(
        records: Int,
        batch: Int,
        noise: Double,
        epochs: Double,
        delta: Double,
        rdp: Double,
        pld: Double
    ) throws {
        let run = try SubsampledGaussian(records: records, batch: batch, noise: noise, epochs: epochs)
        #expect(abs(try Accountant.rdp.epsilon(run, delta: delta) - rdp) <= 1e-3)
        #expect(abs(try Accountant.pld.epsilon(run, delta: delta) - pld) <= 1e-3)
    }

    @Test func thereAreTwoHundredReferences() { #expect(ReferenceRun.all.count == 200) }

    @Test func rdpOfRandomRuns() throws {
        for reference in ReferenceRun.all {
            let run = try reference.mechanism()
            #expect(run.steps == reference.steps)
            let bound = try RDPAccountant.epsilon(run, delta: reference.delta)
            #expect(abs(bound.epsilon / reference.rdp - 1) <= 0.01, "\(reference)")
            #expect(abs(bound.epsilon / reference.rdpExact - 1) <= 1e-8, "\(reference)")
            #expect(bound.order == reference.order, "\(reference)")
            // dp-accounting's fractional orders err to the safe side only.
            #expect(bound.epsilon <= reference.rdp * (1 + 1e-9), "\(reference)")
        }
    }

    @Test func pldOfRandomRuns() throws {
        for reference in ReferenceRun.all {
            let epsilon = try PLDAccountant.epsilon(reference.mechanism(), delta: reference.delta)
            #expect(abs(epsilon / reference.pld - 1) <= 1e-5, "\(reference)")
            // Below, the losses of a step can be smaller than those that PLD tells apart.
            guard reference.rdpExact > 0.1 else { continue }
            #expect(epsilon <= reference.rdpExact * (1 + 1e-6), "\(reference)")
        }
    }
}
