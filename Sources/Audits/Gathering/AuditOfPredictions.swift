import AuditCore
import ShadowModels

/// An audit of saved predictions, for owners who cannot hand over a model: no layer is seen, and no model is trained.
enum AuditOfPredictions {
    static func gather(_ session: Session, _ section: PredictionsSection) throws -> Gathered {
        let (source, shadow) = try session.stage("Reading the predictions") { done in
            try GivenPredictions.pair(section, done: done)
        }
        let naming = try SubjectNaming(session.options.identifiers, hasSubjects: false)
        let farm = shadow.farm
        let attacks = PredictionAttacks(session: session, hasLabels: source.hasLabels)
        let book = try attacks.run(source, farm)
        let accuracy =
            source.hasLabels
            ? SourceAccuracy.check(members: source.members, nonMembers: source.nonMembers, confidence: 0.95)
            : Self.notRun("source-accuracy", reason: "check.no-labels")
        return Gathered(
            book: book,
            classNames: source.classNames,
            model: source.modelSheet,
            transferred: [],
            data: source.dataSheets(("members", "nonMembers")) + shadow.dataSheets(("shadowTrain", "shadowTest")),
            targets: [],
            shadows: [shadow.shadowSheet],
            farms: [farm],
            costs: PredictionAttacks.costs(book, farm),
            checks: [
                Self.notRun("disjoint-sets", reason: "check.no-records"), accuracy,
                Self.notRun("blind-classifier", reason: "check.no-records"),
                PermutedLabels.check(book, confidence: 0.95, seed: session.seed),
            ],
            skips: attacks.skips,
            naming: naming
        )
    }

    private static func notRun(_ id: String, reason: String) -> ValidityCheck {
        ValidityCheck(id: id, title: Phrase(key: "check.\(id)"), result: .notRun, sentence: Phrase(key: reason))
    }
}
