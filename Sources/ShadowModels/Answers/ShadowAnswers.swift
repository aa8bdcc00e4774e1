/// What one shadow model answers for the records it was trained on, and for as many it never saw.
public struct ShadowAnswers: Sendable, Hashable {
    /// Answers for D_shadow^train,i.
    public let members: Answers
    /// Answers for D_shadow^test,i.
    public let nonMembers: Answers
    /// Which record each answer is about, the members' first: equal numbers mean the same record, in any shadow model.
    public let records: [Int]

    /// Pairs the answers of one shadow model.
    public init(members: Answers, nonMembers: Answers, records: [Int]) {
        self.members = members
        self.nonMembers = nonMembers
        self.records = records
    }

    /// The answers as a service gives them that changes each vector (K).
    public func changed(_ change: ([Double]) -> [Double]) -> ShadowAnswers {
        ShadowAnswers(members: members.changed(change), nonMembers: nonMembers.changed(change), records: records)
    }
}
