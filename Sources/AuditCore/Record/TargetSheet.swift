/// The recipient's target model, as the report describes it.
public struct TargetSheet: Sendable, Hashable {
    /// How the recipient uses the transferred layers.
    public let approach: Approach
    /// Records in the recipient's training set.
    public let records: Int
    /// Number of classes of the recipient's task.
    public let classes: Int
    /// Accuracy on the recipient's training set.
    public let trainAccuracy: Double
    /// Accuracy on the recipient's test set; nil when none was given.
    public let testAccuracy: Double?

    /// Records a target model.
    public init(approach: Approach, records: Int, classes: Int, trainAccuracy: Double, testAccuracy: Double?) {
        self.approach = approach
        self.records = records
        self.classes = classes
        self.trainAccuracy = trainAccuracy
        self.testAccuracy = testAccuracy
    }
}
