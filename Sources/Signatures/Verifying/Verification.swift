/// What holds of a report, its signature, its statement and the files it is about, part by part.
public struct Verification: Sendable, Hashable {
    /// One thing that was asked.
    public struct Part: Sendable, Hashable {
        /// The closed list of things.
        public enum Kind: Sendable, Hashable {
            /// The report is well-formed XML.
            case document
            /// It is valid against the report schema.
            case schema
            /// It is signed, in the one form that is accepted.
            case signature
            /// The record is the one that was signed.
            case digest
            /// The signature value is of the key.
            case value
            /// Whose key it is.
            case signer
            /// The certificate: its chain, its dates, its use.
            case certificate
            /// The statement is an in-toto statement signed with the key.
            case statement
            /// The statement names this report.
            case statementReport
            /// The statement names the files that the record names.
            case statementFiles
            /// A file is the one that was audited, by its role.
            case file(role: String)
            /// A data set holds the records that were audited, by its role.
            case dataSet(role: String)
        }

        /// Whether it holds.
        public enum Outcome: String, Sendable, Hashable {
            case holds
            case broken = "does not hold"
            case unchecked = "not checked"
        }

        /// What was asked.
        public let kind: Kind
        /// Whether it holds.
        public let outcome: Outcome
        /// What was found, in one sentence.
        public let sentence: String
    }

    /// Everything that was asked, in the order in which it was looked at.
    public let parts: [Part]

    /// 0: everything asked holds; 1: something does not; 2: something could not be checked, and nothing is broken.
    public var exitCode: Int32 {
        if parts.contains(where: { $0.outcome == .broken }) { return 1 }
        return parts.isEmpty || parts.contains { $0.outcome == .unchecked } ? 2 : 0
    }

    /// What was found of one thing; nil where it was not asked.
    public func outcome(_ kind: Part.Kind) -> Part.Outcome? { parts.first { $0.kind == kind }?.outcome }
}
