/// For which records one threshold holds.
enum ThresholdScope: Sendable {
    /// One threshold for each class of the source task.
    case perClass
    /// The same threshold for every record.
    case global
}
