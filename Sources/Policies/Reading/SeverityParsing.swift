import AuditCore
import XML

extension PolicyParser {
    /// The circumstance in a `raise` element; nil when it is not understood.
    func severityRule(_ node: XMLNode) -> SeverityRule? {
        let categories = node.children("dataCategory").map { DataCategory(rawValue: $0.text) }
        let releases = node.children("release").map { ReleaseContext(rawValue: $0.text) }
        guard !categories.contains(nil), !releases.contains(nil), categories.isEmpty != releases.isEmpty else {
            return nil
        }
        return categories.isEmpty
            ? .releases(releases.compactMap(\.self))
            : .dataCategories(categories.compactMap(\.self))
    }

    /// The matrix in `node`; nil when a level is not understood, or when the levels do not rise.
    mutating func matrix(_ node: XMLNode) -> (node: XMLNode, matrix: RiskMatrix)? {
        let rows = node.children("row")
        let severities = rows.map { $0.attribute("severity").flatMap(Severity.init) }
        let levels = rows.map { row in
            RiskLevel.allCases.map { row.attribute($0.rawValue).flatMap(RiskLevel.init) }
        }
        guard rows.count == Severity.allCases.count, !severities.contains(nil),
            !levels.contains(where: { $0.contains(nil) })
        else { return nil }
        if severities != Severity.allCases {
            add(
                .impossibleMatrix,
                node,
                nil,
                "the rows of the matrix do not go from low to critical",
                remedy: "Write one row each for low, medium, high and critical, in this order."
            )
            return nil
        }
        guard let matrix = RiskMatrix(rows: levels.map { $0.compactMap(\.self) }) else {
            add(
                .impossibleMatrix,
                node,
                nil,
                "in this matrix a graver severity or a higher likelihood lowers the risk",
                remedy: "Let the levels stay or rise from left to right and from top to bottom."
            )
            return nil
        }
        return (node, matrix)
    }

    /// The name of an extension that may be left aside; a critical one is an issue.
    mutating func ignored(_ node: XMLNode) -> [String] {
        let name = node.attribute("name")?.normalised ?? ""
        switch node.attribute("critical")?.normalised {
        case "false", "0": return [name]
        case "true", "1":
            add(
                .unknownCritical,
                node,
                "critical",
                "the policy must not be judged without '\(name)', which this version does not know",
                remedy: "Use the version of LayerAudit the policy was written for, or a policy without this extension."
            )
            return []
        default: return []
        }
    }
}
