import Foundation

/// What to verify, and with whose word.
public struct VerificationRequest: Sendable {
    /// A file that was audited, by its role in the record.
    public struct File: Sendable {
        /// What it holds.
        public enum Content: Sendable {
            /// The file at a path.
            case path(String)
            /// Bytes, such as a policy inside the program, and what to call them.
            case bytes([UInt8], name: String)
        }

        let role: String
        let content: Content

        /// Names a file by its role: `source model`, `transferred layers`, `manifest`, `policy` ….
        public init(role: String, content: Content) {
            self.role = role
            self.content = content
        }
    }

    /// A data set, by its role and the digest of what it holds now.
    public struct DataSet: Sendable {
        let role: String
        let contentHash: String

        /// Names a data set by its role: `members`, `nonMembers` ….
        public init(role: String, contentHash: String) {
            self.role = role
            self.contentHash = contentHash
        }
    }

    /// The path of the report.
    public var report: String
    /// Whom to believe.
    public var trust: Trust
    /// The path of the statement; nil for none.
    public var statement: String?
    /// Files to hold against the record.
    public var files: [File]
    /// Data sets to hold against the record.
    public var dataSets: [DataSet]
    /// The present, for certificates.
    public var moment: Date

    /// Asks about a report.
    public init(
        report: String,
        trust: Trust,
        statement: String? = nil,
        files: [File] = [],
        dataSets: [DataSet] = [],
        at moment: Date = Date()
    ) {
        self.report = report
        self.trust = trust
        self.statement = statement
        self.files = files
        self.dataSets = dataSets
        self.moment = moment
    }
}
