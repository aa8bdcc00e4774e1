/// What an adversary knows beforehand.
public enum Knowledge: String, Sendable, Hashable, Codable, CaseIterable {
    /// Records from the same distribution as the source training set, disjoint from it.
    case shadowData = "shadow-data"
    /// The architecture of the source model.
    case sourceArchitecture = "source-architecture"
    /// The recipient's training data and approach.
    case targetTraining = "target-training"

    /// The sentence the report prints.
    public var sentence: String {
        switch self {
        case .shadowData: "records of the same kind as the training data, but not the training data"
        case .sourceArchitecture: "the architecture of the source model"
        case .targetTraining: "the recipient's training data and whether it froze or fine-tuned the layers"
        }
    }
}
