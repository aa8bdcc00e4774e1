import Networks
import Statistics
import Tensors

/// In which units records are disturbed, and within which bounds.
///
/// Images (H, W, C) in units of the range of each channel and within that range; other records feature by feature in
/// standard deviations, without bounds. All as it is among the adversary's records.
struct InputScale: Sendable {
    /// The unit of each of the D values of a record; 0 for values that are the same in all records.
    let units: [Float]
    /// The smallest and the largest value of each that anybody would send; infinite without bounds.
    private let lows: [Float]
    private let highs: [Float]
    /// Whether there are bounds.
    let isBounded: Bool
    /// The sum of the two values that a feature of other records than images has among the adversary's; nil where it has
    /// more than two.
    let pairSums: [Float?]

    /// Records by which units are set.
    private static let records = 500

    /// Number of values that differ between records.
    var freedom: Int { units.count { $0 > 0 } }

    /// Units of the adversary's records.
    ///
    /// - Throws: what reading records throws.
    init(_ trainer: ShadowTrainer) throws {
        let count = min(Self.records, trainer.shadowCount)
        let rows = (0..<count).map { $0 * trainer.shadowCount / count }
        self.init(try trainer.records.values(rows))
    }

    /// Units of records (N, …).
    init(_ records: TensorValues) {
        let size = records.rowSize
        if let image = ImageShape(Array(records.shape.dropFirst())) {
            var ranges = Array(repeating: (low: Float.infinity, high: -Float.infinity), count: image.channels)
            for (place, value) in records.floats.enumerated() {
                let channel = place % image.channels
                ranges[channel] = (min(ranges[channel].low, value), max(ranges[channel].high, value))
            }
            let places = (0..<size).map { ranges[$0 % image.channels] }
            isBounded = true
            pairSums = Array(repeating: nil, count: size)
            units = places.map { max(0, $0.high - $0.low) }
            (lows, highs) = (places.map(\.low), places.map(\.high))
        } else {
            var moments = Array(repeating: Moments(), count: size)
            for (place, value) in records.floats.enumerated() { moments[place % size].add(Double(value)) }
            isBounded = false
            pairSums = (0..<size).map { feature in
                let values = Set((0..<records.rows).map { records.floats[$0 * size + feature] })
                return values.count == 2 ? values.reduce(0, +) : nil
            }
            units = moments.map { Float($0.standardDeviation ?? 0) }
            lows = Array(repeating: -.infinity, count: size)
            highs = Array(repeating: .infinity, count: size)
        }
    }

    /// Writes record + unit·(displacement·share + direction·step), within the bounds, or as far outside as the record is.
    func write(
        _ record: ArraySlice<Float>,
        _ displacement: ArraySlice<Float>,
        share: Float = 1,
        direction: ArraySlice<Float>? = nil,
        step: Float = 0,
        into input: UnsafeMutableBufferPointer<Float>
    ) {
        let (first, moved) = (record.startIndex, displacement.startIndex)
        for place in input.indices {
            var change = displacement[moved + place] * share
            if let direction { change += direction[direction.startIndex + place] * step }
            let value = record[first + place]
            let low = min(lows[place], value)
            input[place] = min(max(value + units[place] * change, low), max(highs[place], value))
        }
    }

    /// Gives features of two values the other one where a draw lies below a threshold, and the record's own elsewhere.
    func flip(
        _ record: ArraySlice<Float>,
        where draws: ArraySlice<Float>,
        below threshold: Float,
        into input: UnsafeMutableBufferPointer<Float>
    ) {
        for place in input.indices {
            guard let sum = pairSums[place] else { continue }
            let value = record[record.startIndex + place]
            input[place] = draws[draws.startIndex + place] < threshold ? sum - value : value
        }
    }

    /// (input − record) / unit: how far an input lies from a record; 0 for values that never differ.
    func displacement(of input: ArraySlice<Float>, from record: ArraySlice<Float>) -> [Float] {
        units.indices.map { place in
            guard units[place] > 0 else { return 0 }
            return (input[input.startIndex + place] - record[record.startIndex + place]) / units[place]
        }
    }
}
