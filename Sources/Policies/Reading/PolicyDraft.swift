import AuditCore
import XML

/// What one policy file says, before what it extends is known.
struct PolicyDraft {
    /// The root element.
    let root: XMLNode
    /// The attacks it requires.
    let required: [AttackReference]
    /// The element of the smallest sample.
    var sample: XMLNode?
    var rules: [SeverityRule] = []
    var matrix: (node: XMLNode, matrix: RiskMatrix)?
    /// The gates; nil where one cannot be understood.
    var gates: [(node: XMLNode, gate: Gate?)] = []
    var overrides: [XMLNode] = []
    var removals: [XMLNode] = []
    var waivers: [(node: XMLNode, waiver: Waiver)] = []
    var ignoredExtensions: [String] = []

    /// What it extends, as written.
    var base: String? { root.attribute("extends") }

    /// The text of a child of the root; nil when there is none.
    func text(_ name: String) -> String? { root.child(name)?.text.normalised }

    /// The smallest sample; nil where it is not given, or not understood.
    var sampleSize: SampleSize? { sample.flatMap(SampleSize.init) }
}

extension SampleSize {
    /// The attributes `members` and `nonMembers`; nil where one is missing or no number.
    init?(_ node: XMLNode) {
        guard let members = node.attribute("members").flatMap(Int.init),
            let nonMembers = node.attribute("nonMembers").flatMap(Int.init)
        else { return nil }
        self.init(members: members, nonMembers: nonMembers)
    }
}
