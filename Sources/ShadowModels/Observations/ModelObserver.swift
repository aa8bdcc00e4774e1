import Networks
import Tensors

/// Reads numbers off a model for records: what an adversary sees who has more than the model's answers.
public protocol ModelObserver: Sendable {
    /// On how much it reads.
    static var extent: ObservationExtent { get }

    /// Whether it can read what models make of records of a shape.
    static func canRead(_ recordShape: [Int]) -> Bool

    /// Takes what is needed besides the model.
    ///
    /// - Parameters:
    ///   - trainer: records, labels, architecture and cut.
    ///   - recipe: how the adversary trains models of its own.
    init(_ trainer: ShadowTrainer, recipe: TrainingRecipe)

    /// Reads the numbers.
    ///
    /// - Parameters:
    ///   - weights: of the model, whose architecture is the source model's.
    ///   - rows: of which records, as the trainer counts them.
    ///   - known: records of the adversary that the model was not trained on and that are not asked for, to build upon.
    ///   - seed: decides every random choice; one for each model.
    /// - Returns: finite numbers, one per row and name.
    /// - Throws: what running networks throws.
    func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations
}

extension ModelObserver {
    /// The usual extent.
    public static var extent: ObservationExtent { ObservationExtent() }

    /// Records of any shape.
    public static func canRead(_ recordShape: [Int]) -> Bool { true }
}
