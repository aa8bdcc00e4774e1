import AuditCore

/// Verifies the statement about a report: its signature, and that both name the same files.
struct StatementCheck {
    private let bytes: [UInt8]
    private let key: PublicKey?
    /// What was found.
    private(set) var parts: [Verification.Part] = []
    /// The statement, where it is one and signed with the key.
    private(set) var statement: Statement?

    init(bytes: [UInt8], key: PublicKey?) {
        self.bytes = bytes
        self.key = key
    }

    /// Looks at the statement.
    ///
    /// - Parameters:
    ///   - report: the SHA-256 of the report's bytes.
    ///   - record: the audit; nil where the report cannot be read as one.
    mutating func verify(report: String, record: AuditRecord?) {
        guard let envelope = Envelope(bytes), let statement = envelope.statement else {
            parts.append(.broken(.statement, "the file is no DSSE envelope with an in-toto statement about an audit"))
            return
        }
        guard let key else {
            parts.append(.unchecked(.statement, "no key to trust: the statement's signature was not looked at"))
            return
        }
        guard envelope.isSigned(by: key) else {
            parts.append(.broken(.statement, "the statement is not signed with this key (\(key.kind)), or was changed"))
            return
        }
        self.statement = statement
        parts.append(.holds(.statement, "the statement is signed with this key (\(key.kind))"))
        parts.append(
            statement.report?.sha256 == report
                ? .holds(.statementReport, "the statement names this report")
                : .broken(.statementReport, "the statement names another report: its SHA-256 differs")
        )
        parts.append(files(statement, record))
    }

    private func files(_ statement: Statement, _ record: AuditRecord?) -> Verification.Part {
        guard let record else {
            return .unchecked(.statementFiles, "the report's own list of files cannot be read")
        }
        let expected = Statement(record, report: ("", ""), signed: "")
        let differing =
            Self.difference(statement.files, expected.files, role: { $0.role ?? $0.name })
            + Self.difference(statement.predicate.dataSets, expected.predicate.dataSets, role: \.role)
        guard differing.isEmpty else {
            let names = Set(differing).sorted().joined(separator: ", ")
            return .broken(.statementFiles, "the statement and the record disagree on: \(names)")
        }
        return .holds(.statementFiles, "the statement names the files and data sets that the record names")
    }

    private static func difference<Element: Equatable>(
        _ left: [Element],
        _ right: [Element],
        role: (Element) -> String
    ) -> [String] {
        (left.filter { !right.contains($0) } + right.filter { !left.contains($0) }).map(role)
    }
}
