/// A control that shows whether the audit's own figures can be trusted.
public struct ValidityCheck: Sendable, Hashable {
    /// How a check ended.
    public enum Result: String, Sendable, Hashable, Codable {
        case pass, fail
        /// The check could not run; the sentence says why.
        case notRun = "not-run"
    }

    /// A stable id: `disjoint-sets`, `blind-classifier`, `permuted-labels`, `source-accuracy`, `transferred-layers`,
    /// `target-disjoint-sets`, `target-blind-classifier`.
    public let id: String
    /// A short title.
    public let title: Phrase
    /// How it ended.
    public let result: Result
    /// One sentence with the figures that led there.
    public let sentence: Phrase
    /// The figure judged, where there is one.
    public let value: Double?
    /// Its interval.
    public let interval: Interval?
    /// Whether a failure makes gates inconclusive.
    public let affectsGates: Bool
    /// Whose training set the figures it holds for are about.
    public let population: Population

    /// Records one check.
    public init(
        id: String,
        title: Phrase,
        result: Result,
        sentence: Phrase,
        value: Double? = nil,
        interval: Interval? = nil,
        affectsGates: Bool = true,
        population: Population = .source
    ) {
        self.id = id
        self.title = title
        self.result = result
        self.sentence = sentence
        self.value = value
        self.interval = interval
        self.affectsGates = affectsGates
        self.population = population
    }
}
