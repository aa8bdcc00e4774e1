import AuditCore

/// Who of the members is most exposed.
enum ExposureReading {
    static func exposure(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> ExposureSheet? {
        guard let node = root.children("exposure").first else { return nil }
        var head: [ExposureSheet.Subject] = []
        for child in node.children("exposed") {
            head.append(
                ExposureSheet.Subject(
                    rank: try child.count("rank"),
                    name: phrases(try child.string("name")),
                    records: try child.count("records"),
                    attack: try child.string("attack"),
                    approach: try child.word("approach"),
                    shadowSize: try child.count("shadowSize"),
                    row: try child.count("row"),
                    score: try child.number("score"),
                    p: try child.number("p"),
                    q: try child.number("q")
                )
            )
        }
        return ExposureSheet(
            identifiers: try node.word("identifiers"),
            count: try node.count("count"),
            named: try node.count("named"),
            level: try node.number("level"),
            head: head
        )
    }
}
