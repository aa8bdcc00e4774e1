import AuditCore
import Countermeasures
import Networks
import Policies

extension Audit {
    /// Countermeasures that are tried where a manifest names none: one of each kind that costs no training, then those that
    /// do.
    public static let usualCountermeasures: [CountermeasureSettings] = [
        CountermeasureSettings(FewerLayers.descriptor),
        CountermeasureSettings(DifferentialPrivacy.descriptor, ["epsilon": 1]),
        CountermeasureSettings(EarlyStoppedTraining.descriptor), CountermeasureSettings(WeightDecay.descriptor),
        CountermeasureSettings(LayerNoise.descriptor),
        CountermeasureSettings(PrunedLayers.descriptor), CountermeasureSettings(QuantisedLayers.descriptor),
        CountermeasureSettings(QuantisedLayers.descriptor, ["bits": 4]),
        CountermeasureSettings(LowRankLayers.descriptor), CountermeasureSettings(ReinitialisedLayers.descriptor),
        CountermeasureSettings(RoundedAnswers.descriptor), CountermeasureSettings(TopAnswers.descriptor),
        CountermeasureSettings(LabelAnswers.descriptor),
    ]

    /// Tries countermeasures on a manifest's model and data: its `countermeasures`, or the usual ones.
    ///
    /// - Parameters:
    ///   - manifest: what is audited, and how.
    ///   - options: device, threads, policy and store, as the command line gives them.
    ///   - progress: told how far the work is.
    ///   - cancellation: ends it early.
    /// - Returns: the model as it is, the model trained again where training changes, then one trial per countermeasure.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public static func harden(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> [CountermeasureTrial] {
        let session = Session(manifest, options: options, progress: progress, cancellation: cancellation)
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        let asked = manifest.countermeasures.isEmpty ? usualCountermeasures : manifest.countermeasures
        return try Laboratory(session: session, policy: policy).trials(asked)
    }
}
