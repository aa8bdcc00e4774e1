import AuditCore
import ShadowModels

/// What an audit found out before anything is measured, from a model and its data or from saved predictions.
struct Gathered: Sendable {
    /// Every score.
    let book: ScoreBook
    /// Scores of the records of the target's task; nil where its training set was not attacked.
    var targetBook: ScoreBook?
    /// What attacks on the training population as a whole say; nil where none ran.
    var attributes: AttributeBook?
    /// Names of the source classes.
    let classNames: [String]
    /// The source model.
    let model: ModelSheet
    /// The file that would leave, layer by layer; empty without one.
    let transferred: [LayerComparison]
    /// The data sets.
    let data: [DataSheet]
    /// The target models.
    let targets: [TargetSheet]
    /// The target models' answers for the recipient's test records, by the recipient's approach; empty without such records.
    var recipients: [Approach: Answers] = [:]
    /// The shadow models.
    let shadows: [ShadowSheet]
    /// The shadow models' answers.
    let farms: [ShadowFarm]
    /// What each attack cost.
    let costs: [AttackCost]
    /// The validity checks.
    let checks: [ValidityCheck]
    /// What could not run.
    let skips: [Skip]
    /// How subjects are named.
    let naming: SubjectNaming

    /// The scores of all populations that were attacked.
    var books: [ScoreBook] { [book, targetBook].compactMap(\.self) }
}
