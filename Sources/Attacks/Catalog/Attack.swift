import AuditCore
import Tensors

/// An adversary's procedure: answers of the attacked model → membership scores.
public protocol Attack: Sendable {
    /// What the attack says about itself; its id is its folder's name.
    static var descriptor: AttackDescriptor { get }

    /// An attack with its default parameters changed by the manifest's.
    init(parameters: AttackParameters)

    /// Scores every queried record.
    ///
    /// - Parameter input: the attacked model's answers and what the adversary learned on shadow models.
    /// - Returns: one score per query, never NaN; higher = more likely a member.
    /// - Throws: `AttackError`, or a cancelled or failed engine.
    func scores(_ input: AttackInput) throws -> AttackScores
}
