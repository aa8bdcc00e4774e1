import Diagnostics

/// Checks that need more than one set.
public enum DatasetHygiene {
    /// Records that stand in more than one set, found by their digests; one entry per pair of sets that share any.
    ///
    /// - Parameter sets: each is read once unless its digests are known.
    /// - Throws: as `Dataset.validate`.
    public static func overlaps(between sets: [Dataset]) throws(DatasetError) -> [Overlap] {
        var overlaps: [Overlap] = []
        for (index, second) in sets.enumerated().dropFirst() {
            let rows = Dictionary(zip(try second.contentHashes(), 0...), uniquingKeysWith: { first, _ in first })
            for first in sets[..<index] {
                var count = 0
                var examples: [Overlap.Example] = []
                for (row, hash) in try first.contentHashes().enumerated() {
                    guard let other = rows[hash] else { continue }
                    count += 1
                    if examples.count < 5 { examples.append(.init(firstRow: row, secondRow: other)) }
                }
                if count > 0 {
                    overlaps.append(Overlap(first: first.role, second: second.role, count: count, examples: examples))
                }
            }
        }
        return overlaps
    }

    /// Holds record shapes and class names of all sets against those of the first.
    ///
    /// - Throws: `shapeMismatch` or `classMismatch`, naming the set that differs.
    public static func checkSameKind(_ sets: [Dataset]) throws(DatasetError) {
        guard let first = sets.first else { return }
        for other in sets.dropFirst() {
            guard other.recordShape == first.recordShape else {
                throw DatasetError(
                    .shapeMismatch,
                    at: .record(0, set: other.role),
                    "Records are \(other.recordShape), but \(first.recordShape) in '\(first.role)'."
                )
            }
            guard other.classNames == first.classNames || other.classNames.isEmpty || first.classNames.isEmpty else {
                throw DatasetError(
                    .classMismatch,
                    at: .record(0, set: other.role),
                    "Classes are \(other.classNames.prefix(20)), but \(first.classNames.prefix(20)) in '\(first.role)'."
                )
            }
        }
    }
}
