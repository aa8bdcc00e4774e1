/// Finds the known name a reader most likely meant.
public enum NearestName {
    /// The candidate with the smallest edit distance to `name`, when it is near enough to be a slip of the keyboard.
    ///
    /// - Parameters:
    ///   - name: what was written.
    ///   - candidates: the names that would have been right.
    /// - Returns: the nearest candidate, or nil when none is within half of its length.
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let ranked = candidates.map { ($0, distance(name.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, max(name.count, best.0.count) / 2) else {
            return nil
        }
        return best.0
    }

    /// A sentence to end a remedy with: the nearest name, and what else there is.
    public static func hint(_ name: String, among candidates: [String]) -> String {
        let list = candidates.prefix(40).joined(separator: ", ") + (candidates.count > 40 ? ", …" : "")
        guard let nearest = of(name, among: candidates) else { return "Known: \(list)." }
        return "Did you mean '\(nearest)'? Known: \(list)."
    }

    /// Levenshtein distance in characters.
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let next = a == b ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[right.count]
    }
}
