/// At which points of their training shadow models are looked at, and how many of them.
public struct CheckpointPlan: Sendable, Hashable {
    /// After which epochs, from 1, the earliest first.
    public let epochs: [Int]
    /// How many shadow models at most, of the first repeat of the largest size.
    public let models: Int

    /// Plans the checkpoints of shadow models.
    public init(epochs: [Int], models: Int) {
        self.epochs = epochs
        self.models = models
    }
}
