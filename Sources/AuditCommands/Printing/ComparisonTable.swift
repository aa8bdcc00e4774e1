import KerasModels

/// How the comparison of two files reads on a terminal.
enum ComparisonTable {
    static func lines(_ differences: [LayerDifference]) -> [String] {
        let rows = differences.map { difference in
            [
                difference.layer, difference.result.rawValue, TextTable.count(difference.parameters),
                difference.largestDifference.map(text) ?? "", difference.meanDifference.map(text) ?? "",
            ]
        }
        let leaving = differences.filter { $0.result != .missing }.reduce(0) { $0 + $1.parameters }
        let head = [["layer", "result", "parameters", "largest difference", "mean difference"]]
        return TextTable.lines(head + rows, right: [2, 3, 4])
            + ["\(TextTable.count(leaving)) values would leave"]
    }

    private static func text(_ difference: Double) -> String {
        difference.isFinite ? "\(Float(difference))" : "other shape or no number"
    }
}
