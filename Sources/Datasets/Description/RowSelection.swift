/// Which rows of a store make up the set.
public enum RowSelection: Sendable, Hashable {
    /// All of them.
    case all
    /// From the first up to, not including, the last.
    case range(Range<Int>)
    /// Those that a file lists: one row number (from 0) per line, in this order.
    case file(String)

    /// Reads `0..<500`; nil for anything else.
    public init?(range text: String) {
        let parts = text.filter { $0 != " " }.split(separator: "..<", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let first = parts[0], let end = parts[1], first >= 0, end >= first else { return nil }
        self = .range(first..<end)
    }
}
