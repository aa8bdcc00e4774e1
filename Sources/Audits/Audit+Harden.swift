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

    /// What is tried where a manifest names nothing: the usual ones, and those that its reference records or checkpoints
    /// make possible.
    private static func usual(_ manifest: AuditManifest) -> [CountermeasureSettings] {
        let referenced: [any Countermeasure.Type] = [
            AdversarialRegularisation.self, DistilledTraining.self, DomainAdaptation.self, MemGuard.self,
        ]
        let averaged: [any Countermeasure.Type] = [AveragedWeights.self]
        let possible =
            (manifest.data?.reference == nil ? [] : referenced)
            + (manifest.source?.checkpoints.isEmpty == false ? averaged : [])
        return usualCountermeasures + possible.map { CountermeasureSettings($0.descriptor) }
    }

    /// Tries countermeasures on a manifest's model and data: its `countermeasures`, or the usual ones.
    ///
    /// - Parameters:
    ///   - manifest: what is audited, and how.
    ///   - options: device, threads, policy and store, as the command line gives them.
    ///   - progress: told how far the work is.
    ///   - cancellation: ends it early.
    /// - Returns: the model as it is, the model trained again where training changes, then one trial per countermeasure; and
    ///   what they say to do.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public static func harden(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> LaboratoryResult {
        try laboratory(manifest, options, progress, cancellation).trials(asked(manifest))
    }

    /// Tries countermeasures on models that are to be shared.
    ///
    /// Each hardened model is written, read back, and audited as its file has it. Noise that hides something is drawn from
    /// the system, so that nobody can draw it again: rows with it do not repeat exactly.
    ///
    /// - Parameters:
    ///   - manifest: what is audited, and how.
    ///   - drafts: the folder that the hardened models are written to; it exists.
    ///   - options: device, threads, policy and store, as the command line gives them.
    ///   - progress: told how far the work is.
    ///   - cancellation: ends it early.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public static func harden(
        _ manifest: AuditManifest,
        drafts: String,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> Hardening {
        try laboratory(manifest, options, progress, cancellation)
            .hardening(asked(manifest), drafts: HardenedDrafts(folder: drafts))
    }

    /// The countermeasures that are tried on a manifest's model.
    public static func asked(_ manifest: AuditManifest) -> [CountermeasureSettings] {
        manifest.countermeasures.isEmpty ? usual(manifest) : manifest.countermeasures
    }

    private static func laboratory(
        _ manifest: AuditManifest,
        _ options: AuditOptions,
        _ progress: any AuditProgress,
        _ cancellation: Cancellation
    ) throws -> Laboratory {
        let session = Session(manifest, options: options, progress: progress, cancellation: cancellation)
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        return Laboratory(session: session, policy: policy)
    }
}
