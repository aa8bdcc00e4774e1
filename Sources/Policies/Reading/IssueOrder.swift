import Diagnostics
import XML

/// Puts the schema's problems and those it cannot say into one list.
enum IssueOrder {
    /// All of them in the order of the file, each at its line and column; a schema problem that ours says better is left
    /// out.
    static func merged(_ problems: [XMLProblem], _ found: [PolicyParser.Found], map: SourceMap) -> [PolicyIssue] {
        let remaining = problems.filter { problem in
            !found.contains { found in
                guard found.ordinal == problem.ordinal, let attribute = found.attribute else { return false }
                return problem.isIdentityConstraint || self.attribute(of: problem) == attribute
            }
        }
        let schema = remaining.map { ($0.ordinal, schemaIssue(place(of: $0, map), message(of: $0))) }
        let ours = found.map { ($0.ordinal, $0.issue) }
        return (schema + ours).enumerated()
            .sorted { ($0.element.0 ?? 0, $0.offset) < ($1.element.0 ?? 0, $1.offset) }
            .map(\.element.1)
    }

    static func schemaIssue(_ location: Location, _ summary: String) -> PolicyIssue {
        PolicyIssue(
            code: .schema,
            location: location,
            summary: summary,
            remedy: "Mend the policy; Policies/policy.xsd documents every element and attribute."
        )
    }

    private static func place(of problem: XMLProblem, _ map: SourceMap) -> Location {
        guard let ordinal = problem.ordinal, let element = quoted(after: "Element '", in: problem.message) else {
            return problem.location
        }
        let name = element.split(separator: "}").last.map(String.init) ?? element
        return map.location(ordinal: ordinal, element: name, attribute: attribute(of: problem)) ?? problem.location
    }

    private static func message(of problem: XMLProblem) -> String {
        let message = problem.message.replacing("{urn:layeraudit:policy:1}", with: "")
        return message.count > 600 ? "\(message.prefix(600))…" : message
    }

    /// The attribute that a problem is about; nil for one about an element.
    private static func attribute(of problem: XMLProblem) -> String? {
        quoted(after: "attribute '", in: problem.message)
    }

    private static func quoted(after start: String, in message: String) -> String? {
        message.ranges(of: start).first.flatMap { range in
            message[range.upperBound...].split(separator: "'", omittingEmptySubsequences: false).first.map(String.init)
        }
    }
}
