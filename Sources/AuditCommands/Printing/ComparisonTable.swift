import AuditCore

/// How the comparison of two files reads on a terminal.
enum ComparisonTable {
    static func lines(_ comparisons: [LayerComparison]) -> [String] {
        let rows = comparisons.map { comparison in
            [
                comparison.layer, comparison.result.rawValue, TextTable.count(comparison.parameters),
                comparison.largestDifference.map { "\(Float($0))" } ?? "",
                comparison.meanDifference.map { "\(Float($0))" } ?? "",
            ]
        }
        let leaving = comparisons.filter { $0.result != .missing }.reduce(0) { $0 + $1.parameters }
        let head = [["layer", "result", "parameters", "largest difference", "mean difference"]]
        return TextTable.lines(head + rows, right: [2, 3, 4])
            + ["\(TextTable.count(leaving)) parameters would leave"]
    }
}
