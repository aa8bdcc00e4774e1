/// Numbers of audited records.
public struct SampleSize: Sendable, Hashable {
    /// Records that are in the source training set.
    public let members: Int
    /// Records that are not.
    public let nonMembers: Int

    /// Records two sizes.
    public init(members: Int, nonMembers: Int) {
        self.members = members
        self.nonMembers = nonMembers
    }
}
