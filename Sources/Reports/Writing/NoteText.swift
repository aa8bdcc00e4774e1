/// Why values are absent, in one attribute.
enum NoteText {
    /// The note for the values that are nil or not a number.
    ///
    /// - Parameters:
    ///   - given: a note that stands anyway.
    ///   - values: name, value, and why it is absent when it is.
    /// - Returns: nil when there is nothing to say.
    static func of(given: String? = nil, _ values: [(name: String, value: Double?, reason: String)]) -> String? {
        var sentences = given.map { [$0] } ?? []
        for value in values where value.value?.isNaN ?? true {
            sentences.append("\(value.name): \(value.value == nil ? value.reason : "not a number")")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
    }
}
