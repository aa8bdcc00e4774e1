import AuditCore
import ShadowModels

/// Asks the source model for its answers on the audited records.
struct SourceStage: Sendable {
    /// Answers for the members.
    let members: Answers
    /// Answers for the non-members.
    let nonMembers: Answers

    /// Queries the source model.
    static func run(_ session: Session, _ materials: Materials) throws -> SourceStage {
        let source = materials.source
        let outputs = ParallelOutputs(
            source.architecture,
            weights: source.weights,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        let total = Double(materials.members.count + materials.nonMembers.count)
        return try session.stage("Querying the source model") { done in
            let answers = try [materials.members, materials.nonMembers].map { set in
                let logits = try outputs(materials.records(set)) { done(Double($0) / total) }
                if let place = logits.floats.firstIndex(where: { !$0.isFinite }) {
                    throw AuditError(
                        .answersNotFinite,
                        "the source model's answer is not a number",
                        at: .record(place / source.classes, set: set.role),
                        remedy: "Check the model's weights and the `source.preprocessing` of the manifest."
                    )
                }
                return Answers(logits: logits.floats, classes: source.classes, labels: set.labels)
            }
            return SourceStage(members: answers[0], nonMembers: answers[1])
        }
    }
}
