import Crypto
import Foundation
import Networks
import Tensors

/// Reads a store's entry; what does not fit its checksum, or is not what was asked for, is nothing.
struct EntryReader {
    private let bytes: [UInt8]
    private var place: Int
    private let end: Int

    /// Bytes of the checksum at the end.
    static let checksum = SHA256.byteCount

    /// What stands before the result.
    struct Heading {
        let digest: [UInt8]
        let kind: String
        let records: Int
        let coreSeconds: Double
    }

    private init?(_ data: Data, endingBefore tail: Int) {
        bytes = Array(data)
        place = EntryWriter.magic.count
        end = bytes.count - tail
        guard end >= place, bytes.starts(with: EntryWriter.magic) else { return nil }
    }

    /// The result of an entry.
    ///
    /// - Returns: nil where the entry is damaged or stands at an address that is not its own.
    static func result(_ data: Data, _ key: StoreKey) -> FarmResult? {
        guard var reader = EntryReader(data, endingBefore: checksum),
            SHA256.hash(data: reader.bytes[..<reader.end]).elementsEqual(reader.bytes[reader.end...]),
            let heading = reader.heading(), heading.digest == key.digest
        else { return nil }
        return reader.result(coreSeconds: heading.coreSeconds).flatMap {
            $0.logits.shape == key.shape && $0.checkpoints.count == key.checkpoints ? $0 : nil
        }
    }

    /// What the beginning of an entry says of it; not held against the checksum.
    static func heading(_ beginning: Data) -> Heading? {
        var reader = EntryReader(beginning, endingBefore: 0)
        return reader?.heading()
    }

    private mutating func heading() -> Heading? {
        guard let digest: [UInt8] = list(), let kind: [UInt8] = list(), let records = count(),
            let seconds: Double = plain(0)
        else { return nil }
        return Heading(
            digest: digest,
            kind: String(decoding: kind, as: UTF8.self),
            records: records,
            coreSeconds: seconds
        )
    }

    private mutating func result(coreSeconds: Double) -> FarmResult? {
        guard let logits = tensor(), let hasWeights = count() else { return nil }
        var weights: Weights?
        if hasWeights == 1 {
            guard let read = self.weights() else { return nil }
            weights = read
        }
        guard let hasSignals = count() else { return nil }
        var signals: TrueClassSignals?
        if hasSignals == 1 {
            guard let margins: [Double] = list(), let confidences: [Double] = list(),
                margins.count == confidences.count
            else { return nil }
            signals = TrueClassSignals(margins: margins, confidences: confidences)
        }
        var checkpoints: [Weights] = []
        if place < end {
            guard let count = count(), count <= end - place else { return nil }
            for _ in 0..<count {
                guard let read = self.weights() else { return nil }
                checkpoints.append(read)
            }
        }
        guard place == end else { return nil }
        return FarmResult(
            logits: logits,
            weights: weights,
            checkpoints: checkpoints,
            signals: signals,
            coreSeconds: coreSeconds,
            isReused: true
        )
    }

    private mutating func weights() -> Weights? {
        guard let layers = count(), layers <= end - place else { return nil }
        var weights = Weights([])
        for _ in 0..<layers {
            guard let parameters = count(), parameters <= end - place else { return nil }
            var layer: [TensorValues] = []
            for _ in 0..<parameters {
                guard let values = tensor() else { return nil }
                layer.append(values)
            }
            weights.layers.append(layer)
        }
        return weights
    }

    private mutating func tensor() -> TensorValues? {
        guard let axes: [Int64] = list(), let floats: [Float] = list() else { return nil }
        var size = 1
        for axis in axes {
            let (product, isOverflow) = size.multipliedReportingOverflow(by: Int(axis))
            guard axis >= 0, !isOverflow else { return nil }
            size = product
        }
        return size == floats.count ? TensorValues(shape: axes.map(Int.init), floats: floats) : nil
    }

    private mutating func count() -> Int? {
        guard let number: Int64 = plain(0), number >= 0 else { return nil }
        return Int(number)
    }

    private mutating func plain<Value: BitwiseCopyable>(_ zero: Value) -> Value? {
        values(1, zero)?.first
    }

    private mutating func list<Value: BitwiseCopyable & ExpressibleByIntegerLiteral>() -> [Value]? {
        count().flatMap { values($0, 0) }
    }

    private mutating func values<Value: BitwiseCopyable>(_ count: Int, _ zero: Value) -> [Value]? {
        let (length, isOverflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard !isOverflow, length <= end - place else { return nil }
        var values = Array(repeating: zero, count: count)
        values.withUnsafeMutableBytes { $0.copyBytes(from: bytes[place..<place + length]) }
        place += length
        return values
    }
}
