import AuditCore

/// The EDPB's list of attacks (Opinion 28/2024 ¶55), with what this audit ran.
enum Coverage {
    /// One row per kind of attack.
    static func rows(_ book: ScoreBook) -> [CoverageRow] {
        let ran = AuditAttacks.ran(book).filter { !$0.isControl }.map(\.id)
        let notBuilt = "NOT RUN: LayerAudit does not test for it; this audit says nothing about it."
        return [
            CoverageRow(
                kind: "membership inference",
                ran: !ran.isEmpty,
                sentence: ran.isEmpty
                    ? "NOT RUN: nothing but the trivial control ran." : "RUN: \(ran.joined(separator: ", "))."
            ),
            CoverageRow(kind: "attribute inference", ran: false, sentence: notBuilt),
            CoverageRow(kind: "exfiltration", ran: false, sentence: notBuilt),
            CoverageRow(kind: "regurgitation of training data", ran: false, sentence: notBuilt),
            CoverageRow(kind: "model inversion", ran: false, sentence: notBuilt),
            CoverageRow(kind: "reconstruction", ran: false, sentence: notBuilt),
        ]
    }
}
