import HDF5
import Tensors

/// An array of a model file, perhaps put together or turned round on the way; nothing is read before it is asked for.
indirect enum StoredArray {
    /// As it stands in the file.
    case dataset(HDF5Dataset)
    /// With its axes in another order.
    case permuted(StoredArray, order: [Int])
    /// The same values under another shape.
    case reshaped(StoredArray, shape: [Int])
    /// Several arrays, one behind the other along the last axis.
    case joined([StoredArray])
    /// The two halves of a vector, added up.
    case halvesAdded(StoredArray)

    /// Lengths of the axes.
    var shape: [Int] {
        switch self {
        case .dataset(let dataset): return dataset.shape
        case .permuted(let array, let order):
            let shape = array.shape
            return order.compactMap { shape.indices.contains($0) ? shape[$0] : nil }
        case .reshaped(_, let shape): return shape
        case .joined(let arrays):
            guard var shape = arrays.first?.shape, !shape.isEmpty else { return [] }
            shape[shape.count - 1] = arrays.reduce(0) { $0 + ($1.shape.last ?? 0) }
            return shape
        case .halvesAdded(let array): return [(array.shape.first ?? 0) / 2]
        }
    }

    /// The datasets it is made of.
    var datasets: [HDF5Dataset] {
        switch self {
        case .dataset(let dataset): [dataset]
        case .permuted(let array, _), .reshaped(let array, _), .halvesAdded(let array): array.datasets
        case .joined(let arrays): arrays.flatMap(\.datasets)
        }
    }

    /// The values in row-major order; `shape` has been checked by then.
    ///
    /// - Throws: `HDF5Error` or `TensorError`, as a `KerasModelError`.
    func floats() throws(KerasModelError) -> [Float] {
        switch self {
        case .dataset(let dataset):
            do { return try Self.read(dataset) } catch { throw KerasModelError(error) }
        case .permuted(let array, let order):
            let floats = try array.floats()
            do { return try Tensor(floats, shape: array.shape).permuted(order).floats() } catch {
                throw KerasModelError(error, at: .file(datasets.first?.file ?? ""))
            }
        case .reshaped(let array, _): return try array.floats()
        case .joined(let arrays): return try join(arrays)
        case .halvesAdded(let array):
            let floats = try array.floats()
            let half = floats.count / 2
            return zip(floats.prefix(half), floats.dropFirst(half)).map(+)
        }
    }

    /// Numbers of any type; h5py writes bfloat16, which HDF5 does not know, as opaque pairs of bytes.
    private static func read(_ dataset: HDF5Dataset) throws(HDF5Error) -> [Float] {
        guard dataset.elementType == .other("opaque") else { return try dataset.readFloats() }
        let bytes = try dataset.readOpaqueBytes(perElement: 2)
        return stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            Float(bitPattern: UInt32(bytes[place + 1]) << 24 | UInt32(bytes[place]) << 16)
        }
    }

    private func join(_ arrays: [StoredArray]) throws(KerasModelError) -> [Float] {
        var parts: [(floats: [Float], width: Int)] = []
        for array in arrays { parts.append((try array.floats(), array.shape.last ?? 1)) }
        let rows = shape.dropLast().reduce(1, *)
        guard parts.allSatisfy({ $0.floats.count == rows * $0.width }) else { return [] }
        var result: [Float] = []
        for row in 0..<rows {
            for part in parts { result += part.floats[row * part.width..<(row + 1) * part.width] }
        }
        return result
    }
}
