/// One figure with its interval, sample sizes and provenance.
public struct Measurement: Sendable, Hashable {
    /// The attack's id.
    public let attack: String
    /// How the shadow models (for `target-blackbox-dnn`: the recipient) used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set; 0 where there is no shadow model.
    public let shadowSize: Int
    /// Which figure this is.
    public let statistic: Statistic
    /// The value, averaged over repeats; nil where it is not identifiable or undefined, and then `note` says why.
    public let value: Double?
    /// The interval that holds for the audited sample; nil with `value`.
    public let interval: Interval?
    /// How the interval was computed.
    public let method: Phrase
    /// Members the figure rests on.
    public let members: Int
    /// Non-members the figure rests on.
    public let nonMembers: Int
    /// How often the attack was repeated with fresh shadow data.
    public let repeats: Int
    /// Standard deviation over the repeats (n − 1); nil for a single one.
    public let standardDeviation: Double?
    /// Why there is no value, or what to keep in mind.
    public let note: Phrase?
    /// The part of the records it is about; nil for all of them.
    public let group: RecordGroup?
    /// Whose training set the members belong to.
    public let population: Population

    /// Records one figure.
    public init(
        attack: String,
        approach: Approach,
        shadowSize: Int,
        statistic: Statistic,
        value: Double?,
        interval: Interval?,
        method: Phrase,
        members: Int,
        nonMembers: Int,
        repeats: Int = 1,
        standardDeviation: Double? = nil,
        note: Phrase? = nil,
        group: RecordGroup? = nil,
        population: Population = .source
    ) {
        self.attack = attack
        self.approach = approach
        self.shadowSize = shadowSize
        self.statistic = statistic
        self.value = value
        self.interval = interval
        self.method = method
        self.members = members
        self.nonMembers = nonMembers
        self.repeats = repeats
        self.standardDeviation = standardDeviation
        self.note = note
        self.group = group
        self.population = population
    }
}
