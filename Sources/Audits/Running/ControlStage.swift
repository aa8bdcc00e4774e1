import AuditCore

/// Runs the controls that need the finished scores or the records.
enum ControlStage {
    static func run(_ session: Session, _ materials: Materials, _ book: ScoreBook) throws -> [ValidityCheck] {
        try session.stage("Running the controls") { done in
            // A check that fails makes every gate inconclusive, so it may cry wolf in one audit of a hundred at most.
            let blind = try BlindClassifier(
                confidence: 0.99,
                seed: session.seed,
                threads: session.threads
            ).check(
                members: materials.records(materials.members),
                nonMembers: materials.records(materials.nonMembers),
                labels: (materials.members.labels, materials.nonMembers.labels),
                classes: materials.source.classes
            )
            done(0.7)
            let permuted = PermutedLabels.check(book, confidence: 0.95, seed: session.seed)
            done(0.3)
            return [blind, permuted]
        }
    }
}
