/// What an adversary knows beforehand.
public enum Knowledge: String, Sendable, Hashable, Codable, CaseIterable {
    /// Records from the same distribution as the source training set, disjoint from it.
    case shadowData = "shadow-data"
    /// The architecture of the source model.
    case sourceArchitecture = "source-architecture"
    /// The records in question, before the shadow models are trained.
    case queriedRecords = "queried-records"
    /// The recipient's training data and approach.
    case targetTraining = "target-training"
    /// Records from the same distribution as the recipient's training set, disjoint from it.
    case targetShadowData = "target-shadow-data"
    /// The architecture of the target model.
    case targetArchitecture = "target-architecture"

    /// The sentence the report prints.
    public var sentence: Phrase { Phrase(key: "knowledge.\(rawValue)") }
}
