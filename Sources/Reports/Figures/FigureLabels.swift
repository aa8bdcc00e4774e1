/// The texts of a figure under stand-in names.
///
/// A name from a manifest or a data set never reaches gnuplot: the script holds stand-ins of the same length, and the
/// finished drawing gets the true text as text nodes.
struct FigureLabels {
    /// Characters of a label that are drawn; the data table has the whole of it.
    static let longest = 48

    private(set) var texts: [String: String] = [:]

    /// A stand-in for `text`, fit for a single-quoted gnuplot string.
    mutating func standIn(for text: String) -> String {
        let shown = Self.shown(text)
        let key = "L\(texts.count)."
        let name = key + String(repeating: "x", count: max(0, shown.count - key.count))
        texts[name] = shown
        return name
    }

    /// What is drawn of a text: one line, cut where it is too long.
    static func shown(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }
}
