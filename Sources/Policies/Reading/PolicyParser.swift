import AuditCore
import Diagnostics
import XML

/// Turns a policy's elements into values and collects what a schema cannot say.
///
/// It runs on documents that are not valid, too, so that a reader sees every problem at once; what the schema reports
/// is left to the schema.
struct PolicyParser {
    /// An issue and the attribute it is about, by which it replaces the schema's word on the same place.
    struct Found {
        let issue: PolicyIssue
        let ordinal: Int?
        let attribute: String?
    }

    let knownAttacks: [AttackDescriptor]
    let map: SourceMap
    private(set) var issues: [Found] = []

    init(knownAttacks: [AttackDescriptor], map: SourceMap) {
        self.knownAttacks = knownAttacks
        self.map = map
    }

    /// What the file says; what it lacks or says wrongly is left out.
    mutating func draft(_ root: XMLNode) -> PolicyDraft {
        let requires = root.child("requires")
        let required = requires.map { attacks(in: $0) } ?? []
        var draft = PolicyDraft(root: root, required: required)
        draft.sample = requires?.child("sample")
        draft.rules = (root.child("severity")?.children("raise") ?? []).compactMap(severityRule)
        draft.matrix = root.child("severity")?.child("matrix").flatMap { matrix($0) }
        for node in root.children {
            switch node.name {
            case "gate": draft.gates.append((node, gate(node)))
            case "override": draft.overrides.append(node)
            case "remove": draft.removals.append(node)
            case "waiver": if let waiver = waiver(node) { draft.waivers.append((node, waiver)) }
            case "extension": draft.ignoredExtensions += ignored(node)
            default: continue
            }
        }
        checkDuplicates(draft.gates.map(\.node))
        return draft
    }

    /// Records an issue about `attribute` of `node`, or about the element.
    mutating func add(
        _ code: PolicyError.Code,
        _ node: XMLNode,
        _ attribute: String?,
        _ summary: String,
        remedy: String
    ) {
        let location = location(node, attribute)
        let issue = PolicyIssue(code: code, location: location, summary: summary, remedy: remedy)
        issues.append(Found(issue: issue, ordinal: node.ordinal, attribute: attribute))
    }

    /// Where an attribute or, without one, an element stands.
    func location(_ node: XMLNode, _ attribute: String?) -> Location {
        node.ordinal.flatMap { map.location(ordinal: $0, element: node.name, attribute: attribute) } ?? node.location
    }

    /// Records issues of another file, below the one that names it.
    mutating func add(_ others: [PolicyIssue], below node: XMLNode) {
        issues += others.map { Found(issue: $0, ordinal: node.ordinal, attribute: nil) }
    }

    private mutating func checkDuplicates(_ gates: [XMLNode]) {
        var lines: [String: Int] = [:]
        for node in gates {
            guard let id = node.attribute("id") else { continue }
            if let line = lines[id] {
                add(
                    .duplicateGate,
                    node,
                    "id",
                    "the gate id '\(id)' is already used on line \(line)",
                    remedy: "Give each gate an id of its own."
                )
            } else {
                lines[id] = node.line
            }
        }
    }

    private mutating func waiver(_ node: XMLNode) -> Waiver? {
        guard let gate = node.attribute("gate"), let expires = node.attribute("expires") else { return nil }
        if CalendarDay(expires) == nil {
            add(
                .impossibleDate,
                node,
                "expires",
                "'\(expires.prefix(40))' is not a day of the calendar",
                remedy: "Write the last day on which the waiver counts as YYYY-MM-DD, without a time or a time zone."
            )
        }
        guard let approver = node.attribute("approver")?.normalised, let reason = node.child("reason")?.text.normalised
        else { return nil }
        return Waiver(gate: gate, approver: approver, reason: reason, expires: expires)
    }
}

extension String {
    /// The text with line breaks and runs of blanks as one blank, as the schema's `xs:token` has it.
    var normalised: String { split { $0.isWhitespace }.joined(separator: " ") }
}
