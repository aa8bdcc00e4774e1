import AuditCore

/// Why values are absent, in one attribute.
enum NoteText {
    /// The note for the values that are nil or not a number; nil when there is nothing to say.
    ///
    /// - Parameter values: name, value, and the phrase that says why it is absent when it is.
    static func of(_ values: [(name: String, value: Double?, reason: String)]) -> Phrase? {
        let reasons = values.filter { $0.value?.isNaN ?? true }.map { value in
            Phrase(
                key: "note.value",
                [
                    "name": .phrase(Phrase(key: "field.\(value.name)")),
                    "reason": .phrase(Phrase(key: value.value == nil ? value.reason : "note.not-a-number")),
                ]
            )
        }
        return reasons.isEmpty ? nil : Phrase(key: "note.values", ["values": .list(reasons, .semicolon)])
    }
}
