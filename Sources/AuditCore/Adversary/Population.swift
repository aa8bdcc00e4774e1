/// Whose training set a question about membership is about.
public enum Population: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source model's: the people behind the records that trained the layers.
    case source
    /// The target model's: the people behind the recipient's own records.
    case target

    /// The words a reader sees.
    public var title: Phrase { Phrase(key: "population.\(rawValue)") }
}
