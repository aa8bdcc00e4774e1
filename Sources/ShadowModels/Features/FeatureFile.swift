import Crypto
import Foundation
import Networks
import Tensors

/// Features of many records in a file of their own, read row by row where they are needed.
///
/// It is an entry of a shadow store: what lists and clears the store knows it.
enum FeatureFile {
    /// The features at an address.
    ///
    /// - Parameters:
    ///   - rows: how many records.
    ///   - shape: of one record's features.
    /// - Returns: nil where there are none, or none that fit their checksum.
    static func open(_ key: StoreKey, rows: Int, shape: [Int], in folder: String) -> RecordBatches? {
        let opening = EntryWriter.opening(key, rows: rows, shape: shape)
        let rowBytes = shape.reduce(MemoryLayout<Float>.stride, *)
        let end = opening.count + rows * rowBytes
        guard let data = mapped(StoreFolder.path(key.name, in: folder)), data.count == end + EntryReader.checksum,
            data.starts(with: opening), checksum(data, upTo: end).elementsEqual(data[end...])
        else { return nil }
        return RecordBatches(count: rows, recordShape: shape) { wanted in
            let floats = [Float](unsafeUninitializedCapacity: wanted.count * rowBytes / 4) { buffer, count in
                let target = UnsafeMutableRawBufferPointer(buffer)
                data.withUnsafeBytes { bytes in
                    for (place, row) in wanted.enumerated() {
                        let start = opening.count + row * rowBytes
                        let piece = UnsafeMutableRawBufferPointer(
                            rebasing: target[place * rowBytes..<(place + 1) * rowBytes]
                        )
                        piece.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + rowBytes]))
                    }
                }
                count = wanted.count * rowBytes / 4
            }
            return TensorValues(shape: [wanted.count] + shape, floats: floats)
        }
    }

    /// A file's bytes, brought into memory only as far as they are read.
    static func mapped(_ path: String) -> Data? {
        try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    }

    static func checksum(_ data: Data, upTo end: Int) -> SHA256.Digest {
        var hash = SHA256()
        data.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        return hash.finalize()
    }
}
