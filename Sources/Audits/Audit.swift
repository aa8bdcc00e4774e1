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
        let session = Session(manifest, options: options, progress: progress, cancellation: cancellation)
        for note in manifest.notes { progress.note(note.text) }

        // Plan: the policy first, since it says at which confidence to measure.
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        let files = try FileDigests.of(manifest, policy: policy)
        let materials = try Materials.read(session)
        let (plans, lost) = try materials.plans(manifest)
        // Before hours of work: without a key, subjects cannot be named.
        let naming = try SubjectNaming(options.identifiers, materials)

        // Check the data.
        let hygiene = try HygieneStage.run(session, materials)
        let source = try SourceStage.run(session, materials)
        let accuracy = SourceAccuracy.check(members: source.members, nonMembers: source.nonMembers, confidence: 0.95)

        // Train the shadow models, and the target models where there is a recipient.
        let shadows = try ShadowStage.run(session, materials, plans)
        let targets = try TargetStage.run(session, materials, shadows)

        // Attack.
        let book = try AttackStage.run(session, materials, source, shadows, targets)

        // Measure.
        let measuring = Measuring(
            book: book,
            confidences: { policy.confidences(of: $0).isEmpty ? [0.95] : policy.confidences(of: $0) },
            delta: manifest.delta,
            seed: session.seed
        )
        let measurements = measuring.measurements()
        let outcomes = Outcomes.of(book, measurements: measurements, confidence: 0.95)
        let classMeasurements = measuring.classMeasurements(materials.classNames)
        let contributions = LayerContributions.of(book, confidence: 0.95)
        let checks =
            [hygiene, accuracy]
            + (try ControlStage.run(session, materials, book))

        // Judge.
        let skips = lost + targets.skips
        let judgement = PolicyJudge.judge(
            policy,
            digest: Digest.of(policy.bytes),
            evidence: Evidence(
                attacks: AuditAttacks.ran(book),
                measurements: measurements,
                classMeasurements: classMeasurements,
                outcomes: outcomes,
                checks: checks,
                skips: skips,
                context: manifest.context
            ),
            today: CalendarDay(Date())
        )
        let findings = FindingWriter.findings(
            judgement: judgement,
            checks: checks,
            transferred: materials.comparison
        )

        // Record. From here on, subjects have the names they are written with.
        let written = naming.renamed(book)
        let exposure = Exposure(
            written,
            controls: Set(AuditAttacks.descriptors.filter(\.isControl).map(\.id)),
            identifiers: naming.identifiers
        )
        let record = AuditRecord(
            title: manifest.title,
            context: manifest.context,
            model: ModelDescription.sheet(materials, source),
            transferred: materials.comparison,
            data: try DataDescription.sheets(materials),
            target: targets.sheets,
            shadows: shadows.sheets,
            attacks: AuditAttacks.ran(book),
            outcomes: outcomes,
            contributions: contributions,
            measurements: measurements,
            classMeasurements: classMeasurements,
            costs: Costs.of(book, shadows: shadows, targets: targets),
            checks: checks,
            skips: skips,
            coverage: Coverage.rows(book),
            judgement: judgement,
            findings: findings,
            recommendations: Recommendations.of(findings, judgement: judgement, contributions: contributions),
            figures: Figures.all(book, measurements: measurements, shadows: shadows),
            exposure: exposure.sheet,
            provenance: clock.provenance(session, files)
        )
        // Last, so that an audit that fails or is cancelled leaves nothing.
        try cancellation.check()
        try ScoreFile.write(written, to: options.output + "/scores.h5")
        try ExposureFile.write(exposure, to: options.output)
        return AuditResult(record: record, scores: book)
    }
}
