import Networks
import ShadowModels
import Tensors

/// What an attack gets: answers of the attacked model, and shadow models whose membership the adversary knows.
public struct AttackInput: Sendable {
    /// Answers of the attacked model for the audited records.
    public let queries: Answers
    /// The shadow models' answers; empty for attacks that use none.
    public let shadows: [ShadowAnswers]
    /// Shadow models as references for the audited records, in the order of the queries; nil for attacks that use none.
    public let references: ReferenceSignals?
    /// What the adversary reads off models beyond their answers; nil for attacks that take answers alone.
    public let observed: ObservedModels?
    /// Whose records the queries and the shadow records are; nil where nobody says.
    public let subjects: SubjectGroups?
    /// Number of classes of the *source* task; labels are in 0..<classes.
    public let classes: Int
    /// Decides every random choice of the attack.
    public let seed: Seed
    /// Where attack networks are trained.
    public let device: Device
    /// How many jobs run at once.
    public let threads: Int
    /// Ends the work early.
    public let cancellation: Cancellation

    /// Collects what an attack gets.
    public init(
        queries: Answers,
        shadows: [ShadowAnswers],
        references: ReferenceSignals? = nil,
        observed: ObservedModels? = nil,
        subjects: SubjectGroups? = nil,
        classes: Int,
        seed: Seed,
        device: Device = .cpu,
        threads: Int = 1,
        cancellation: Cancellation = Cancellation()
    ) {
        self.queries = queries
        self.shadows = shadows
        self.references = references
        self.observed = observed
        self.subjects = subjects
        self.classes = classes
        self.seed = seed
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
    }

    /// The same attack on other answers, or with another seed.
    func replacing(
        queries: Answers,
        shadows: [ShadowAnswers]? = nil,
        references: ReferenceSignals? = nil,
        observed: ObservedModels? = nil,
        subjects: SubjectGroups? = nil,
        seed: Seed? = nil
    ) -> AttackInput {
        AttackInput(
            queries: queries,
            shadows: shadows ?? self.shadows,
            references: references,
            observed: observed,
            subjects: subjects,
            classes: classes,
            seed: seed ?? self.seed,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
    }
}
