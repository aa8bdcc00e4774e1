import AuditCore
import Countermeasures
import ShadowModels

/// Puts a countermeasure of answers between the model and who asks it.
struct OwnAnswering {
    let session: Session
    let materials: Materials

    /// The service that answers with a countermeasure.
    ///
    /// - Throws: `CountermeasureError`, or what asking the model throws where the countermeasure learns from its answers.
    func service(
        _ measure: any AnswerCountermeasure.Type,
        _ settings: CountermeasureSettings
    ) throws -> AnswerService {
        var hardened: any AnswerCountermeasure = measure.init(settings)
        if measure.learnsFromAnswers {
            let seed = session.seed.derived("hardened-\(settings.text)")
            hardened = try hardened.fitted(to: ownAnswers(), seed: seed)
        }
        // What a service learned is part of its name: models in a store answer as their service did.
        let name = [settings.text, hardened.learned].filter { !$0.isEmpty }.joined(separator: " ")
        return AnswerService(name: name) { [hardened] in hardened.answer($0) }
    }

    /// What the model answers to its members and to the reference records.
    private func ownAnswers() throws -> OwnAnswers {
        let sets = [materials.members, materials.reference].compactMap(\.self)
        let vectors = try SourceStage.answers(to: sets, session, materials).map { answers in
            (0..<answers.count).map { Array(answers.vector($0)) }
        }
        return OwnAnswers(members: vectors[0], others: vectors.dropFirst().first ?? [])
    }
}
