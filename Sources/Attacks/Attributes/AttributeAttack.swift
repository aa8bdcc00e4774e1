import AuditCore

/// An attack on the source training population: which value of a sensitive attribute made up most of it.
///
/// It says nothing of single records, so it is no `Attack`; it stands in the same catalogue.
public protocol AttributeAttack: Sendable {
    /// What the attack says about itself; its id is its folder's name.
    static var descriptor: AttackDescriptor { get }

    /// Whether the adversary learns from worlds of its own; without, they only show how well it does.
    static var learns: Bool { get }

    /// An attack; it takes no parameters.
    init()

    /// Scores the worlds and the audited model.
    ///
    /// - Parameter input: what target models answer for the probes.
    /// - Returns: one score per world, each from what other worlds show, and the audited model's; never NaN; from 0, the
    ///   adversary says that the value made up most of the training population.
    /// - Throws: `AttackError`.
    func scores(_ input: AttributeInput) throws(AttackError) -> AttributeScores
}
