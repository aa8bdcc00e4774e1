import AuditCore

/// The attacks, what became of them, and what they cost.
enum AttackReading {
    static func attacks(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [AttackDescriptor] {
        var result: [AttackDescriptor] = []
        for node in root.list("attacks", of: "attack") { result.append(try attack(node, phrases)) }
        return result
    }

    private static func attack(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> AttackDescriptor {
        var access: [Access] = []
        for child in node.children("access") { access.append(try child.word("id")) }
        var knowledge: [Knowledge] = []
        for child in node.children("knowledge") { knowledge.append(try child.word("id")) }
        var approaches: [Approach] = []
        for child in node.children("runsUnder") { approaches.append(try child.word()) }
        var defaults: [(name: String, value: Phrase)] = []
        for child in node.children("default") {
            defaults.append((try child.string("name"), phrases(try child.string("value"))))
        }
        return AttackDescriptor(
            id: try node.string("id"),
            title: phrases(node.text(of: "title")),
            sentence: phrases(node.text(of: "sentence")),
            reference: phrases(node.text(of: "reference")),
            access: access,
            knowledge: knowledge,
            approaches: approaches,
            smallestSample: try node.count("smallestSample"),
            score: phrases(node.text(of: "score")),
            defaults: defaults,
            isControl: node.truth("control"),
            population: try population(node)
        )
    }

    /// Whose training set something is about; the source model's in records that do not say.
    static func population(_ node: RecordNode) throws(ReportError) -> Population {
        guard node.optional("population") != nil else { return .source }
        return try node.word("population")
    }

    static func outcomes(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [AttackOutcome] {
        var result: [AttackOutcome] = []
        for node in root.list("outcomes", of: "outcome") {
            result.append(
                AttackOutcome(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    state: try node.word("state"),
                    shadowAUC: try node.optionalNumber("shadowAUC"),
                    sentence: phrases(node.text)
                )
            )
        }
        return result
    }

    static func costs(_ root: RecordNode) throws(ReportError) -> [AttackCost] {
        var result: [AttackCost] = []
        for node in root.list("costs", of: "cost") {
            result.append(
                AttackCost(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    queries: try node.count("queries"),
                    shadowRecords: try node.count("shadowRecords"),
                    coreSeconds: try node.number("coreSeconds")
                )
            )
        }
        return result
    }
}
