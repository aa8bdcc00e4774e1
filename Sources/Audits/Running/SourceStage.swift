import AuditCore
import Datasets
import ShadowModels

/// Asks the source model for its answers on the audited records.
struct SourceStage: Sendable {
    /// Answers for the members.
    let members: Answers
    /// Answers for the non-members.
    let nonMembers: Answers
    /// Answers for the adversary's records, shadowTrain first, where an attack holds records against each other.
    let shadow: Answers?

    /// Queries the source model.
    static func run(_ session: Session, _ materials: Materials) throws -> SourceStage {
        let isRecordwise = AuditAttacks.asked(session.manifest).contains { $0.calibration == .perRecord }
        let sets =
            [materials.members, materials.nonMembers]
            + (isRecordwise ? [materials.shadowTrain, materials.shadowTest] : [])
        return try session.stage("Querying the source model") { done in
            let answers = try Self.answers(to: sets, session, materials, done: done)
            let shadow = isRecordwise ? answers[2].appending(answers[3]) : nil
            return SourceStage(members: answers[0], nonMembers: answers[1], shadow: shadow)
        }
    }

    /// The source model's answers to sets of records.
    ///
    /// - Parameter done: called with the share of the records that was just answered, from any thread.
    /// - Throws: `AuditError.answersNotFinite`, what reading records throws, or an engine failure.
    static func answers(
        to sets: [Dataset],
        _ session: Session,
        _ materials: Materials,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> [Answers] {
        let source = materials.source
        let outputs = ParallelOutputs(
            source.architecture,
            weights: source.weights,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        let total = Double(sets.reduce(0) { $0 + $1.count })
        return try sets.map { set in
            let logits = try outputs(materials.records(set)) { done(Double($0) / total) }
            if let place = logits.floats.firstIndex(where: { !$0.isFinite }) {
                throw AuditError(
                    .answersNotFinite,
                    "the source model's answer is not a number",
                    at: .record(place / source.classes, set: set.role),
                    remedy: "Check the model's weights and the `source.preprocessing` of the manifest."
                )
            }
            return source.answers(logits: logits.floats, labels: set.labels)
        }
    }
}
