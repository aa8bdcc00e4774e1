/// Where the uncertainty of one attack's AUC comes from: three standard deviations of the reported figure.
///
/// The interval beside the AUC holds for the audited sample and, with several repeats, for the draw of the shadow models. A
/// part that is nil was not measured; it is not 0.
public struct UncertaintySplit: Sendable, Hashable {
    /// A part of the uncertainty.
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        /// Which records were audited.
        case sample
        /// Which shadow models the adversary happened to train, on which records.
        case shadow
        /// How the training of the attack itself fell out, the shadow models being the same.
        case training
    }

    /// How the part of the shadow models was found.
    public enum ShadowMethod: String, Sendable, Hashable, Codable, CaseIterable {
        /// From the spread over repeats with fresh shadow data.
        case repeats
        /// From attacks without each part of the shadow models (delete-a-group jackknife).
        case jackknife
    }

    /// The attack's id.
    public let attack: String
    /// How the shadow models used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set.
    public let shadowSize: Int
    /// Whose training set the members belong to.
    public let population: Population
    /// Standard deviation of the AUC from the audited records, ≥ 0.
    public let sample: Double
    /// From the shadow models, ≥ 0; nil where it was not measured.
    public let shadow: Double?
    /// How `shadow` was found; nil with it.
    public let shadowMethod: ShadowMethod?
    /// From the training of the attack, ≥ 0 and 0 for attacks without any; nil where it was not measured.
    public let training: Double?

    /// Records one split.
    public init(
        attack: String,
        approach: Approach,
        shadowSize: Int,
        population: Population = .source,
        sample: Double,
        shadow: Double?,
        shadowMethod: ShadowMethod?,
        training: Double?
    ) {
        self.attack = attack
        self.approach = approach
        self.shadowSize = shadowSize
        self.population = population
        self.sample = sample
        self.shadow = shadow
        self.shadowMethod = shadowMethod
        self.training = training
    }

    /// The largest of the parts that were measured.
    public var largest: Part {
        let parts: [(Part, Double)] = [(.sample, sample), (.shadow, shadow ?? 0), (.training, training ?? 0)]
        return parts.reduce(parts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
    }
}
