/// What the transferred layers add to one attack: its AUC with them minus its AUC without (`baseline`), on the same
/// records.
public struct LayerContribution: Sendable, Hashable {
    /// What the difference shows.
    public enum Finding: String, Sendable, Hashable, Codable {
        /// The attack is stronger with the layers, after Holm's correction.
        case stronger
        /// The attack is weaker with the layers, after Holm's correction.
        case weaker
        /// The sample shows no difference.
        case noDifference = "no-difference"
    }

    /// The attack's id.
    public let attack: String
    /// How the shadow models used the transferred layers: `freezing` or `fine-tuning`.
    public let approach: Approach
    /// Records per shadow training set, the same with and without the layers.
    public let shadowSize: Int
    /// AUC with the layers minus AUC without, averaged over the repeats both have.
    public let difference: Double
    /// Its interval (DeLong's covariance of two scores of the same records).
    public let interval: Interval
    /// p-value of "no difference", after Holm's correction over all comparisons, in [0, 1].
    public let adjustedP: Double
    /// What it shows at the interval's confidence.
    public let finding: Finding

    /// Records one comparison.
    public init(
        attack: String,
        approach: Approach,
        shadowSize: Int,
        difference: Double,
        interval: Interval,
        adjustedP: Double,
        finding: Finding
    ) {
        self.attack = attack
        self.approach = approach
        self.shadowSize = shadowSize
        self.difference = difference
        self.interval = interval
        self.adjustedP = adjustedP
        self.finding = finding
    }
}
