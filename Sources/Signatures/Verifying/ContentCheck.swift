import AuditCore

/// Holds files and data sets against the digests in the record and the statement.
struct ContentCheck {
    /// The audit; nil where the report cannot be read as one.
    let record: AuditRecord?
    /// The statement, where there is one that holds.
    let statement: Statement?

    /// Whether a file is the one that was audited.
    ///
    /// - Throws: `unreadable`.
    func part(_ file: VerificationRequest.File) throws(SignatureError) -> Verification.Part {
        let actual: String
        let name: String
        switch file.content {
        case .path(let path):
            actual = try ContentDigest.ofFile(path)
            name = path
        case .bytes(let bytes, let called):
            actual = try ContentDigest.of(bytes)
            name = called
        }
        let inRecord = record?.provenance.files.filter { $0.role == file.role }.map(\.sha256) ?? []
        let inStatement = statement?.files.filter { $0.role == file.role }.compactMap(\.sha256) ?? []
        return compare(.file(role: file.role), "\(file.role) (\(name))", actual, (inRecord + inStatement))
    }

    /// Whether a data set holds the records that were audited.
    func part(_ set: VerificationRequest.DataSet) -> Verification.Part {
        let inRecord = record?.data.filter { $0.role == set.role }.map(\.contentHash) ?? []
        let inStatement = statement?.predicate.dataSets.filter { $0.role == set.role }.map(\.contentSha256) ?? []
        return compare(.dataSet(role: set.role), "data set \(set.role)", set.contentHash, inRecord + inStatement)
    }

    private func compare(
        _ kind: Verification.Part.Kind,
        _ name: String,
        _ actual: String,
        _ named: [String]
    ) -> Verification.Part {
        let expected = named.filter { !$0.isEmpty }
        guard !expected.isEmpty else { return .unchecked(kind, "\(name): the report names no SHA-256 for it") }
        guard expected.allSatisfy({ $0 == actual }) else {
            return .broken(kind, "\(name): it is not what was audited, its SHA-256 is \(actual)")
        }
        return .holds(kind, "\(name): it is what was audited")
    }
}
