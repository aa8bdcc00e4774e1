/// The figures of one attack on one class, averaged over repeats.
public struct ClassMeasurement: Sendable, Hashable {
    /// The attack's id.
    public let attack: String
    /// How the shadow models used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set; 0 where there is no shadow model.
    public let shadowSize: Int
    /// The class's name.
    public let className: String
    /// Members of this class.
    public let members: Int
    /// Non-members of this class.
    public let nonMembers: Int
    /// Right decisions over all decisions.
    public let accuracy: Double
    /// Clopper–Pearson interval of the accuracy.
    public let accuracyInterval: Interval
    /// Members among the records called members; nil where none was in any repeat.
    public let precision: Double?
    /// Members called members among the members; nil where the class has no members.
    public let recall: Double?
    /// Area under the ROC curve within the class; nil where the class lacks members or non-members.
    public let auc: Double?

    /// Records the figures of one class.
    public init(
        attack: String,
        approach: Approach,
        shadowSize: Int,
        className: String,
        members: Int,
        nonMembers: Int,
        accuracy: Double,
        accuracyInterval: Interval,
        precision: Double?,
        recall: Double?,
        auc: Double?
    ) {
        self.attack = attack
        self.approach = approach
        self.shadowSize = shadowSize
        self.className = className
        self.members = members
        self.nonMembers = nonMembers
        self.accuracy = accuracy
        self.accuracyInterval = accuracyInterval
        self.precision = precision
        self.recall = recall
        self.auc = auc
    }
}
