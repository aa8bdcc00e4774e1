import Foundation
import Testing

/// How the verdict is read out of the formats that tell it in words.
extension SpokenVerdict {
    static func markdown(_ text: String) throws -> SpokenVerdict {
        let head = try #require(text.firstMatch(of: #/(?m)^\*\*(\w+)\*\* \(exit code (\d)\)/#))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let gates = rows.map { row -> Gate in
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let demand = words(cells[5])
            return Gate(
                gate: cells[0].trimmingCharacters(in: ["`"]),
                result: words(cells[1])[1],
                waived: cells[1].hasSuffix("(waived)"),
                bound: "\(demand[0])-\(demand[1])",
                threshold: number(demand[2]),
                measured: number(cells[3]),
                low: words(cells[4]).first.flatMap(number),
                high: words(cells[4]).dropFirst(2).first.flatMap(number)
            )
        }
        return SpokenVerdict(
            verdict: String(head.output.1),
            exitCode: Int(head.output.2) ?? -1,
            gates: gates
        )
    }

    static func pia(_ study: [String: Any]) throws -> SpokenVerdict {
        let answers = try study.at("answers", as: [[String: Any]].self)
        func text(_ question: Int) throws -> String {
            try #require(answers.first { $0["reference_to"] as? Int == question }).at("data.text")
        }
        let head = try #require(try text(111).firstMatch(of: #/Verdict: (\w+) \(exit code (\d)\)/#))
        let pattern = #/<li>(?<gate>[^:]+): (?<result>\w+)(?<waived> \(waived\))?\. AUC (?<rest>.*?)<\/li>/#
        let gates = try text(326).matches(of: pattern).map { match -> Gate in
            let rest = String(match.output.rest)
            let demand = rest.firstMatch(of: #/must be (at) (most|least) ([^ ;]+?)[.;]( |$)/#)
            let span = rest.firstMatch(of: #/interval (\S+) to ([^ )]+)/#)
            return Gate(
                gate: String(match.output.gate),
                result: String(match.output.result),
                waived: match.output.waived != nil,
                bound: demand.map { "\($0.output.1)-\($0.output.2)" } ?? "",
                threshold: demand.flatMap { number(String($0.output.3)) },
                measured: rest.hasPrefix("must") ? nil : number(words(rest)[0]),
                low: span.flatMap { number(String($0.output.1)) },
                high: span.flatMap { number(String($0.output.2)) }
            )
        }
        return SpokenVerdict(verdict: String(head.output.1), exitCode: Int(head.output.2) ?? -1, gates: gates)
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static func number(_ text: String) -> Double? { text == "∞" ? .infinity : Double(text) }
}
