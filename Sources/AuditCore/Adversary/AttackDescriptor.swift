/// What an attack says about itself; help, policies, the report's method section and the documentation read it.
public struct AttackDescriptor: Sendable, Hashable {
    /// The name used in manifests, policies and reports; also the attack's folder name.
    public let id: String
    /// A short title for a heading.
    public let title: Phrase
    /// One sentence: what the adversary does.
    public let sentence: Phrase
    /// Paper and section.
    public let reference: Phrase
    /// What the adversary must reach.
    public let access: [Access]
    /// What the adversary must know.
    public let knowledge: [Knowledge]
    /// The approaches under which the attack can run.
    public let approaches: [Approach]
    /// The smallest number of members, and of non-members, with which the figures mean anything.
    public let smallestSample: Int
    /// What the score is, with range and unit; higher always means more likely a member.
    public let score: Phrase
    /// Default parameters, as printed by `list attacks`.
    public let defaults: [(name: String, value: Phrase)]
    /// Whether this is a control every other attack is shown beside, and not an attack a policy judges by default.
    public let isControl: Bool
    /// Where the attack learns what answers for members look like.
    public let calibration: Calibration
    /// Whether the attack needs to know each record's class; one that does not takes all records for one class then.
    public let needsLabels: Bool
    /// What the attack reads off models beyond their answers; nil where answers are all it takes.
    public let observation: Observation?
    /// Whose training set it is about.
    public let population: Population

    /// Describes an attack.
    public init(
        id: String,
        title: Phrase,
        sentence: Phrase,
        reference: Phrase,
        access: [Access],
        knowledge: [Knowledge],
        approaches: [Approach],
        smallestSample: Int,
        score: Phrase,
        defaults: [(name: String, value: Phrase)] = [],
        isControl: Bool = false,
        calibration: Calibration = .perClass,
        needsLabels: Bool = true,
        observation: Observation? = nil,
        population: Population = .source
    ) {
        self.id = id
        self.title = title
        self.sentence = sentence
        self.reference = reference
        self.access = access
        self.knowledge = knowledge
        self.approaches = approaches
        self.smallestSample = smallestSample
        self.score = score
        self.defaults = defaults
        self.isControl = isControl
        self.calibration = calibration
        self.needsLabels = needsLabels
        self.observation = observation
        self.population = population
    }

    /// Two descriptors are equal when their ids are: an id names one attack.
    public static func == (left: AttackDescriptor, right: AttackDescriptor) -> Bool { left.id == right.id }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
