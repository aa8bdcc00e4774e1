import Countermeasures
import ShadowModels

extension AttackInput {
    /// The same attack on a service that hardens its answers: the adversary hardens those of the shadow models alike.
    func hardened(_ edit: AnswerEdit) throws(AttackError) -> AttackInput {
        try check()
        return replacing(
            queries: queries.changed(edit.applied),
            shadows: shadows.map { $0.changed(edit.applied) }
        )
    }
}
