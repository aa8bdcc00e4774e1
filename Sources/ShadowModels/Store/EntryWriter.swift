import Crypto
import Foundation
import Networks
import Tensors

/// A result as the bytes of a store's entry: what it is, the result, and a checksum over both.
///
/// Numbers are little-endian; a list is preceded by its length.
struct EntryWriter {
    /// What every entry begins with; the digit is the format.
    static let magic = Array("LASHADOW1\n".utf8)

    private(set) var bytes: [UInt8] = Self.magic

    /// Writes one result.
    static func bytes(_ result: FarmResult, _ key: StoreKey) -> Data {
        var writer = EntryWriter()
        writer.add(key.digest)
        writer.add(Array(key.kind.utf8))
        writer.add(key.records)
        writer.add(plain: result.coreSeconds)
        writer.add(result.logits)
        writer.add(result.weights == nil ? 0 : 1)
        if let weights = result.weights { writer.add(weights) }
        writer.add(result.signals == nil ? 0 : 1)
        if let signals = result.signals {
            writer.add(signals.margins)
            writer.add(signals.confidences)
        }
        // Nothing where there are none, as in entries from before there were checkpoints.
        if !result.checkpoints.isEmpty {
            writer.add(result.checkpoints.count)
            for weights in result.checkpoints { writer.add(weights) }
        }
        return Data(writer.bytes + Array(SHA256.hash(data: writer.bytes)))
    }

    /// What stands before the values of features: an entry's heading, and their shape.
    ///
    /// - Parameters:
    ///   - rows: how many records.
    ///   - shape: of one record's features.
    static func opening(_ key: StoreKey, rows: Int, shape: [Int]) -> [UInt8] {
        var writer = EntryWriter()
        writer.add(key.digest)
        writer.add(Array(key.kind.utf8))
        writer.add(key.records)
        writer.add(plain: 0.0)
        writer.add(([rows] + shape).map(Int64.init))
        writer.add(shape.reduce(rows, *))
        return writer.bytes
    }

    private mutating func add(plain value: some BitwiseCopyable) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    private mutating func add(_ number: Int) { add(plain: Int64(number)) }

    private mutating func add(_ list: [some BitwiseCopyable]) {
        add(list.count)
        list.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    private mutating func add(_ weights: Weights) {
        add(weights.layers.count)
        for layer in weights.layers {
            add(layer.count)
            for values in layer { add(values) }
        }
    }

    private mutating func add(_ values: TensorValues) {
        add(values.shape.map(Int64.init))
        add(values.floats)
    }
}
