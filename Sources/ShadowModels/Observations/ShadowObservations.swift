/// What an adversary reads off one shadow model: for records it was trained on, and for records it never saw.
public struct ShadowObservations: Sendable, Hashable {
    /// Of records of its training set.
    public let members: Observations
    /// Of records it never saw.
    public let nonMembers: Observations
    /// Which records these are, members first: a record can stand in several shadow models.
    public let records: [Int]
    /// The records' classes, members first.
    public let labels: [Int]

    /// Collects what was read off a shadow model.
    public init(members: Observations, nonMembers: Observations, records: [Int], labels: [Int]) {
        self.members = members
        self.nonMembers = nonMembers
        self.records = records
        self.labels = labels
    }
}
