import AuditCore

/// The EDPB's list of attacks (Opinion 28/2024 ¶55), with what this audit ran.
enum Coverage {
    /// One row per kind of attack.
    static func rows(_ attacks: [AttackDescriptor]) -> [CoverageRow] {
        let all = attacks.filter { !$0.isControl }.map(\.id)
        let ofAttributes = all.filter(AuditAttacks.isOfAttribute)
        let ran = all.filter { !AuditAttacks.isOfAttribute($0) }
        let untested = [
            "exfiltration", "regurgitation", "model-inversion", "reconstruction",
        ]
        return [
            CoverageRow(
                kind: Phrase(key: "coverage.membership-inference"),
                ran: !ran.isEmpty,
                sentence: ran.isEmpty
                    ? Phrase(key: "coverage.control-only") : Phrase(key: "coverage.run", ["attacks": .names(ran)])
            ),
            CoverageRow(
                kind: Phrase(key: "coverage.attribute-inference"),
                ran: !ofAttributes.isEmpty,
                sentence: ofAttributes.isEmpty
                    ? Phrase(key: "coverage.attribute-not-run")
                    : Phrase(key: "coverage.attribute-run", ["attacks": .names(ofAttributes)])
            ),
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
