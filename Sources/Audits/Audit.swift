import AuditCore
import Foundation
import Networks
import Policies

/// The whole job, from a manifest to the record of what was found.
public enum Audit {
    /// Runs an audit.
    ///
    /// - Parameters:
    ///   - manifest: what is audited, and how.
    ///   - options: device, threads, policy and output folder, as the command line gives them.
    ///   - progress: told how far the audit is.
    ///   - cancellation: ends it early; nothing is half-written then.
    /// - Returns: the record and the scores; `scores.h5` stands in the output folder.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public static func run(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> AuditResult {
        let clock = AuditClock()
        // Countermeasures are held against this very audit: it takes every attack that they are tried with.
        let manifest = Laboratory.widened(manifest)
        let session = Session(manifest, options: options, progress: progress, cancellation: cancellation)
        for note in manifest.notes { progress.note(note.text) }

        // Plan: the policy first, since it says at which confidence to measure.
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        let files = try FileDigests.of(manifest, policy: policy)

        // Check the data, train shadow models, attack; or attack saved predictions with saved shadow answers.
        let gathered =
            if let predictions = manifest.predictions {
                try AuditOfPredictions.gather(session, predictions)
            } else {
                try AuditOfModel.gather(session, required: policy.requiredAttacks)
            }
        let book = gathered.book

        // Measure and judge.
        let assessment = Assessment.of(gathered, policy, session)
        let judgement = assessment.judgement
        let contributions = LayerContributions.of(book, confidence: 0.95)
        let uncertainties = gathered.books.flatMap { UncertaintySplits.of($0, seed: session.seed) }
        let findings = FindingWriter.findings(
            judgement: judgement,
            checks: gathered.checks,
            transferred: gathered.transferred
        )

        // Try countermeasures, where the manifest names some.
        let tried =
            manifest.countermeasures.isEmpty
            ? nil
            : try Laboratory(session: session, policy: policy)
                .trials(manifest.countermeasures, original: (gathered, assessment))
        let trials = tried?.trials ?? []

        // Look at every cut, where the manifest asks for it; the data are checked.
        let depth =
            manifest.depth == nil
            ? nil
            : try DepthSurvey(session, policy).curve(known: gathered.checks.filter { $0.id != "source-accuracy" })

        // Record. From here on, subjects have the names they are written with.
        let written = gathered.naming.renamed(book)
        let exposure = Exposure(
            written,
            controls: Set(AuditAttacks.descriptors.filter(\.isControl).map(\.id)),
            identifiers: gathered.naming.identifiers
        )
        let record = AuditRecord(
            title: manifest.title,
            context: manifest.context,
            model: gathered.model,
            transferred: gathered.transferred,
            data: gathered.data,
            target: gathered.targets,
            shadows: gathered.shadows,
            attacks: assessment.ran,
            outcomes: assessment.outcomes,
            contributions: contributions,
            uncertainties: uncertainties,
            measurements: assessment.measurements,
            classMeasurements: assessment.classMeasurements,
            costs: gathered.costs,
            checks: gathered.checks,
            skips: gathered.skips,
            coverage: Coverage.rows(assessment.ran),
            judgement: judgement,
            findings: findings,
            recommendations: Recommendations.of(
                findings,
                judgement: judgement,
                contributions: contributions,
                trials: trials
            ),
            trials: trials,
            advice: tried?.advice,
            depth: depth,
            figures: Figures.all(book, measurements: assessment.measurements, farms: gathered.farms)
                + TrialFigures.all(trials) + (depth.map(DepthFigures.all) ?? []),
            exposure: exposure.sheet,
            provenance: clock.provenance(session, files)
        )
        // Last, so that an audit that fails or is cancelled leaves nothing.
        try cancellation.check()
        try ScoreFile.write(
            written,
            target: gathered.targetBook.map(gathered.naming.renamed),
            attributes: gathered.attributes,
            to: options.output + "/scores.h5"
        )
        try ExposureFile.write(exposure, to: options.output)
        return AuditResult(record: record, scores: book, targetScores: gathered.targetBook)
    }
}
