import AuditCore

/// Gives subjects the names under which they are written.
struct SubjectNaming {
    /// What the report says of the names.
    let identifiers: ExposureSheet.Identifiers
    private let key: PseudonymKey?

    /// - Throws: `unusableKey`, when subjects are named in the data and are to get pseudonyms.
    init(_ identifiers: Identifiers, hasSubjects: Bool) throws(AuditError) {
        self.identifiers = identifiers.described(subjects: hasSubjects)
        switch identifiers {
        case .pseudonyms(let file) where hasSubjects:
            key = try PseudonymKey.read(file ?? PseudonymKey.standardPath)
        default: key = nil
        }
    }

    /// The same scores with subjects as they are written.
    func renamed(_ book: ScoreBook) -> ScoreBook {
        guard let key, let subjects = book.subjects else { return book }
        var names: [String: String] = [:]
        for subject in Set(subjects) { names[subject] = key.pseudonym(of: subject) }
        return ScoreBook(
            population: book.population,
            members: book.members,
            labels: book.labels,
            classes: book.classes,
            subjects: subjects.map { names[$0] ?? key.pseudonym(of: $0) },
            source: book.source,
            target: book.target,
            runs: book.runs
        )
    }
}
