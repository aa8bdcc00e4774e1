import AuditCore

/// The EDPB's list of attacks (Opinion 28/2024 ¶55), with what this audit ran.
enum Coverage {
    /// One row per kind of attack.
    static func rows(_ attacks: [AttackDescriptor]) -> [CoverageRow] {
        let ran = attacks.filter { !$0.isControl }.map(\.id)
        let untested = [
            "attribute-inference", "exfiltration", "regurgitation", "model-inversion", "reconstruction",
        ]
        return [
            CoverageRow(
                kind: Phrase(key: "coverage.membership-inference"),
                ran: !ran.isEmpty,
                sentence: ran.isEmpty
                    ? Phrase(key: "coverage.control-only") : Phrase(key: "coverage.run", ["attacks": .names(ran)])
            )
        ]
            + untested.map { kind in
                CoverageRow(
                    kind: Phrase(key: "coverage.\(kind)"),
                    ran: false,
                    sentence: Phrase(key: "coverage.not-built")
                )
            }
    }
}
