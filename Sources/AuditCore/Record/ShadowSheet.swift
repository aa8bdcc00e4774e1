/// The shadow models trained under one approach and size, as the report describes them.
public struct ShadowSheet: Sendable, Hashable {
    /// How the shadow models use the transferred layers.
    public let approach: Approach
    /// Records per shadow training set, and as many in its shadow test set.
    public let shadowSize: Int
    /// Shadow models per repeat (c_shadow).
    public let models: Int
    /// Repeats with fresh draws.
    public let repeats: Int
    /// Epochs, optimiser and learning rate, in words.
    public let training: Phrase
    /// Mean accuracy of the shadow models on their own training records.
    public let trainAccuracy: Double
    /// Mean accuracy of the shadow models on their own test records.
    public let testAccuracy: Double
    /// Processor time that training them took, in core-seconds, also of those that come from a shadow store.
    public let coreSeconds: Double
    /// How many of all of them come from a shadow store.
    public let reused: Int
    /// The one attack they were trained for; nil where every attack on the source training set shares them.
    public let attack: String?

    /// Records one farm of shadow models.
    public init(
        approach: Approach,
        shadowSize: Int,
        models: Int,
        repeats: Int,
        training: Phrase,
        trainAccuracy: Double,
        testAccuracy: Double,
        coreSeconds: Double,
        reused: Int = 0,
        attack: String? = nil
    ) {
        self.approach = approach
        self.shadowSize = shadowSize
        self.models = models
        self.repeats = repeats
        self.training = training
        self.trainAccuracy = trainAccuracy
        self.testAccuracy = testAccuracy
        self.coreSeconds = coreSeconds
        self.reused = reused
        self.attack = attack
    }
}
