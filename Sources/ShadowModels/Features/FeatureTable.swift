import Networks

/// Features of some records: the outputs of one node.
struct FeatureTable: Sendable {
    /// The features, in the order they were computed.
    let records: RecordBatches
    /// Where each record's features stand.
    let position: [Int: Int]
}
