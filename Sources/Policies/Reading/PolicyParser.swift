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
        let attribute: String
    }

    let knownAttacks: [AttackDescriptor]
    let bytes: [UInt8]
    let file: String
    private(set) var issues: [Found] = []

    init(knownAttacks: [AttackDescriptor], bytes: [UInt8], file: String) {
        self.knownAttacks = knownAttacks
        self.bytes = bytes
        self.file = file
    }

    /// The policy; nil when something it needs is missing, and then the schema has said so.
    mutating func policy(_ root: XMLNode) -> Policy? {
        let requires = root.child("requires")
        let required = requires.map { attacks(in: $0) } ?? []
        let gateNodes = root.children("gate")
        let gates = gateNodes.map { gate($0) }
        checkDuplicates(gateNodes)
        let waivers = root.children("waiver").map { waiver($0, gates: gateNodes.compactMap { $0.attribute("id") }) }
        guard let id = root.attribute("id"), let title = root.attribute("title")?.normalised,
            let version = root.attribute("version"), let purpose = root.child("purpose")?.text.normalised,
            let limits = root.child("limits")?.text.normalised, let sample = requires?.child("sample"),
            let members = sample.attribute("members").flatMap(Int.init),
            let nonMembers = sample.attribute("nonMembers").flatMap(Int.init)
        else { return nil }
        let rules = root.child("severity")?.children("raise").map(severityRule) ?? []
        guard !gates.contains(nil), !waivers.contains(nil), !rules.contains(nil) else { return nil }
        return Policy(
            id: id,
            title: title,
            version: version,
            purpose: purpose,
            limits: limits,
            sample: SampleSize(members: members, nonMembers: nonMembers),
            requiredAttacks: required,
            severityRules: rules.compactMap(\.self),
            gates: gates.compactMap(\.self),
            waivers: waivers.compactMap(\.self),
            bytes: bytes,
            file: file
        )
    }

    /// Records an issue about `attribute` of `node`.
    mutating func add(
        _ code: PolicyError.Code,
        _ node: XMLNode,
        _ attribute: String,
        _ summary: String,
        remedy: String
    ) {
        let issue = PolicyIssue(code: code, location: node.location, summary: summary, remedy: remedy)
        issues.append(Found(issue: issue, attribute: attribute))
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

    private mutating func waiver(_ node: XMLNode, gates: [String]) -> Waiver? {
        guard let gate = node.attribute("gate") else { return nil }
        if !gates.contains(gate) {
            add(
                .unknownGate,
                node,
                "gate",
                "the waiver is for the gate '\(gate)', which does not exist",
                remedy: NearestName.hint(gate, among: gates)
            )
        }
        guard let approver = node.attribute("approver")?.normalised, let reason = node.child("reason")?.text.normalised,
            let expires = node.attribute("expires"), CalendarDay(expires) != nil
        else { return nil }
        return Waiver(gate: gate, approver: approver, reason: reason, expires: expires)
    }

    private func severityRule(_ node: XMLNode) -> SeverityRule? {
        let categories = node.children("dataCategory").map { DataCategory(rawValue: $0.text) }
        let releases = node.children("release").map { ReleaseContext(rawValue: $0.text) }
        guard !categories.contains(nil), !releases.contains(nil), categories.isEmpty != releases.isEmpty else {
            return nil
        }
        return categories.isEmpty
            ? .releases(releases.compactMap(\.self))
            : .dataCategories(categories.compactMap(\.self))
    }
}

extension String {
    /// The text with line breaks and runs of blanks as one blank, as the schema's `xs:token` has it.
    var normalised: String { split { $0.isWhitespace }.joined(separator: " ") }
}
