import Diagnostics
import Foundation
import Synchronization

/// Reads all records of a set once: holds values against being finite, and computes digests.
struct DatasetScan {
    /// Bytes that one worker has in memory.
    private static let pieceBytes = 2 << 20

    private let dataset: Dataset
    private let rowsPerPiece: Int

    init(_ dataset: Dataset) {
        self.dataset = dataset
        rowsPerPiece = max(1, Self.pieceBytes / max(1, dataset.store.recordBytes))
    }

    /// Digests of the records in their order.
    ///
    /// - Throws: the error of the first row that has one, whatever the order of the workers.
    func run() throws(DatasetError) -> [ContentHash] {
        let pieces = (dataset.count + rowsPerPiece - 1) / rowsPerPiece
        let results = Mutex(Results(count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            if results.withLock({ $0.failure.map { $0.piece < piece } ?? false }) { return }
            do throws(DatasetError) {
                let hashes = try scan(piece)
                results.withLock { $0.pieces[piece] = hashes }
            } catch {
                results.withLock { if piece < $0.failure?.piece ?? Int.max { $0.failure = (piece, error) } }
            }
        }
        let finished = results.withLock { $0 }
        if let failure = finished.failure { throw failure.error }
        return finished.pieces.flatMap { $0 }
    }

    private struct Results {
        var pieces: [[ContentHash]]
        var failure: (piece: Int, error: DatasetError)?

        init(count: Int) { pieces = .init(repeating: [], count: count) }
    }

    private func scan(_ piece: Int) throws(DatasetError) -> [ContentHash] {
        let rows = piece * rowsPerPiece..<min(dataset.count, (piece + 1) * rowsPerPiece)
        let store = dataset.store
        let bytes = try dataset.bytes(rows)
        if let index = store.element.firstNonFinite(bytes) {
            throw DatasetError(
                .nonFiniteValue,
                at: .record(rows.lowerBound + index / store.recordLength, set: dataset.role),
                "The value at position \(index % store.recordLength) of the record is not finite."
            )
        }
        return ContentHash.each(
            bytes,
            recordBytes: store.recordBytes,
            shape: store.recordShape,
            element: store.element
        )
    }
}
