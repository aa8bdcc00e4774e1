/// What a countermeasure did to leakage and usefulness when it was tried on the audited model and data.
public struct CountermeasureTrial: Sendable, Hashable {
    /// What became of a trial.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It was audited.
        case measured
        /// The hardened model learned nothing, or its training broke off: no leakage was removed, there is no model.
        case failed
        /// The model has nothing that it could change.
        case notApplicable = "not-applicable"
    }

    /// What is compared with what.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The audited model as it is.
        case original
        /// The source model trained again without any defence: what defences in training are compared with.
        case retrained
        /// A countermeasure.
        case countermeasure
    }

    /// One number a countermeasure was tried with.
    public struct Setting: Sendable, Hashable {
        /// The parameter's name.
        public let name: String
        /// Its value.
        public let value: Double

        /// Names a value.
        public init(name: String, value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Names the trial among those of an audit: the countermeasure's id with its settings.
    public let id: String
    /// What stands in this row.
    public let kind: Kind
    /// The countermeasure's id; empty for models without one.
    public let countermeasure: String
    /// A short title.
    public let title: Phrase
    /// The numbers it was tried with.
    public let settings: [Setting]
    /// What became of it.
    public let outcome: Outcome
    /// Why it failed or cannot be applied; nil where it was measured.
    public let reason: Phrase?
    /// The strongest attack of each kind of adversary; empty where nothing was measured.
    public let leakage: [TrialLeakage]
    /// What is left of the model's usefulness; empty where nothing was measured.
    public let utilities: [TrialUtility]
    /// The largest lower bound of ε that an attack shows, at least 0; nil where nothing was measured.
    public let epsilonLowerBound: Double?
    /// The upper bound of ε, where the model was trained with differential privacy.
    public let privacy: TrialPrivacy?
    /// The policy's word on the hardened model; nil where nothing was measured.
    public let verdict: Verdict?
    /// Members, and as many non-members, that would decide an inconclusive verdict; nil where no number is known to.
    public let recordsToDecide: Int?
    /// What making the hardened model cost, without the audit, in core-seconds.
    public let coreSeconds: Double
    /// Whether no other measured trial leaks less and is as accurate, or is more accurate and leaks as little.
    public var isOnFront: Bool

    /// Records a trial.
    public init(
        id: String,
        kind: Kind,
        countermeasure: String = "",
        title: Phrase,
        settings: [Setting] = [],
        outcome: Outcome,
        reason: Phrase? = nil,
        leakage: [TrialLeakage] = [],
        utilities: [TrialUtility] = [],
        epsilonLowerBound: Double? = nil,
        privacy: TrialPrivacy? = nil,
        verdict: Verdict? = nil,
        recordsToDecide: Int? = nil,
        coreSeconds: Double = 0,
        isOnFront: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.countermeasure = countermeasure
        self.title = title
        self.settings = settings
        self.outcome = outcome
        self.reason = reason
        self.leakage = leakage
        self.utilities = utilities
        self.epsilonLowerBound = epsilonLowerBound
        self.privacy = privacy
        self.verdict = verdict
        self.recordsToDecide = recordsToDecide
        self.coreSeconds = coreSeconds
        self.isOnFront = isOnFront
    }
}
