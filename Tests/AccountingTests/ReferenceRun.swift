import Accounting
import Foundation

/// A run of Fixtures/reference.json, written by Fixtures/make_reference.py from dp-accounting and SciPy.
struct ReferenceRun: Decodable {
    let records, batch, steps: Int
    let noise, epochs, delta: Double
    /// By dp-accounting; too large where the best order is not whole.
    let rdp: Double
    /// With integrated divergences.
    let rdpExact, order: Double
    let pld: Double

    static let all: [ReferenceRun] = {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference.json")
        return (try? JSONDecoder().decode([ReferenceRun].self, from: Data(contentsOf: url))) ?? []
    }()

    /// Every so many-th run.
    static func every(_ stride: Int) -> [ReferenceRun] {
        all.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }

    func mechanism() throws -> SubsampledGaussian {
        try SubsampledGaussian(records: records, batch: batch, noise: noise, epochs: epochs)
    }
}
