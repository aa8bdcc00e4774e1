import Tensors

/// Records that a model is asked about after disturbing them.
struct ProbedRecords {
    /// One disturbed record: record + unit·(displacement·share + direction·step).
    struct Probe {
        /// Which record.
        let row: Int
        let displacement: [Float]
        var share: Float = 1
        var direction: [Float]?
        var step: Float = 0
    }

    /// The model.
    let queries: LabelQueries
    /// Units and bounds of displacements.
    let scale: InputScale
    /// (n, …).
    let records: TensorValues
    /// The records' own labels.
    let labels: [Int]

    /// Whether the model gives each disturbed record another label than the record's own.
    ///
    /// - Throws: what asking the model throws.
    func isBeyond(_ probes: [Probe]) throws -> [Bool] {
        let answers = try queries.labels(probes.count) { place, input in write(probes[place], input) }
        return zip(probes, answers).map { labels[$0.row] != $1 }
    }

    /// How far a disturbed record lies from the record itself, the bounds heeded.
    func displacement(_ probe: Probe) -> [Float] {
        let size = scale.units.count
        let input = [Float](unsafeUninitializedCapacity: size) { buffer, count in
            write(probe, UnsafeMutableBufferPointer(rebasing: buffer[..<size]))
            count = size
        }
        return scale.displacement(of: input[...], from: records.row(probe.row))
    }

    private func write(_ probe: Probe, _ input: UnsafeMutableBufferPointer<Float>) {
        scale.write(
            records.row(probe.row),
            probe.displacement[...],
            share: probe.share,
            direction: probe.direction?[...],
            step: probe.step,
            into: input
        )
    }
}
