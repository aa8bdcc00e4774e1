import Datasets

/// The sets of records of a manifest.
public struct DataSection: Sendable {
    /// The source model's training records (D_s^train).
    public var members: DatasetDescription
    /// Records of the same kind it was not trained on (D_s^test).
    public var nonMembers: DatasetDescription
    /// What the adversary trains shadow models on (D_shadow^train).
    public var shadowTrain: DatasetDescription
    /// What the adversary holds back from them (D_shadow^test).
    public var shadowTest: DatasetDescription
    /// Records like the members that are none of the other sets', which some countermeasures need; nil without.
    public var reference: DatasetDescription?
    /// Whether a record may stand in two sets; it is then reported instead of refused.
    public var allowOverlap: Bool
}
