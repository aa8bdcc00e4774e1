import AuditCore

/// An in-toto statement (v1) about an audit: the report and the files that would leave, each by its SHA-256, and what was
/// found.
struct Statement: Codable, Equatable {
    /// A file by name and digest, and what it is to the audit.
    struct Resource: Codable, Equatable {
        let name: String
        let digest: [String: String]
        let annotations: [String: String]

        init(role: String, name: String, sha256: String) {
            self.name = name
            digest = ["sha256": sha256]
            annotations = ["role": role]
        }

        var role: String? { annotations["role"] }
        var sha256: String? { digest["sha256"] }
    }

    /// A data set by the digest of its records and labels in order, which no file's digest replaces.
    struct DataSet: Codable, Equatable {
        let role: String
        let source: String
        let records: Int
        let contentSha256: String
    }

    /// What was found.
    struct Result: Codable, Equatable {
        let result: String
        let exitCode: Int
    }

    /// What the statement says of its subjects.
    struct Predicate: Codable, Equatable {
        let title: String
        let toolVersion: String
        let audited: String
        let signed: String
        let verdict: Result
        let policy: String
        let materials: [Resource]
        let dataSets: [DataSet]
    }

    static let type = "https://in-toto.io/Statement/v1"
    static let predicateType = "urn:layeraudit:audit:1"
    /// The role of the report among the subjects.
    static let reportRole = "report"
    /// The roles of files that steered the audit rather than were audited.
    private static let materialRoles: Set = ["manifest", "policy"]

    // swift-format-ignore: AlwaysUseLowerCamelCase
    let _type: String
    let subject: [Resource]
    let predicateType: String
    let predicate: Predicate

    /// States what a record holds.
    ///
    /// - Parameters:
    ///   - record: the audit.
    ///   - report: the report's file name and the SHA-256 of its bytes.
    ///   - signed: the moment of signing, ISO 8601 in UTC.
    init(_ record: AuditRecord, report: (name: String, sha256: String), signed: String) {
        let files = record.provenance.files.filter { !$0.sha256.isEmpty }
        let resources = files.map { Resource(role: $0.role, name: $0.name, sha256: $0.sha256) }
        func isMaterial(_ resource: Resource) -> Bool { Self.materialRoles.contains(resource.role ?? "") }
        _type = Self.type
        subject =
            [Resource(role: Self.reportRole, name: report.name, sha256: report.sha256)]
            + resources.filter { !isMaterial($0) }
        predicateType = Self.predicateType
        predicate = Predicate(
            title: record.title,
            toolVersion: record.provenance.toolVersion,
            audited: record.provenance.finished,
            signed: signed,
            verdict: Result(
                result: record.judgement.verdict.rawValue,
                exitCode: Int(record.judgement.verdict.exitCode)
            ),
            policy: record.judgement.policy.id,
            materials: resources.filter(isMaterial),
            dataSets: record.data.filter { !$0.contentHash.isEmpty }.map {
                DataSet(role: $0.role, source: $0.source, records: $0.records, contentSha256: $0.contentHash)
            }
        )
    }

    /// Every file the statement names, the report apart.
    var files: [Resource] { subject.filter { $0.role != Self.reportRole } + predicate.materials }

    /// The report.
    var report: Resource? { subject.first { $0.role == Self.reportRole } }
}
