import Attacks
import AuditCore
import Diagnostics
import Networks

/// Reads `adversary`: defaults, then the profile, then the manifest, then its overrides per approach.
struct AdversaryReader {
    let profile: AuditProfile
    /// Ids of the attacks that exist.
    let attacks: [String]

    /// The approaches a shadow model can be trained under.
    static let approaches: [Approach] = [.baseline, .freezing, .fineTuning]
    /// The paper's attacks, run by the profile `paper`.
    static let paperAttacks = ["transmia-dnn", "transmia-svm", "transmia-entropy"]
    /// Run by the other profiles when the manifest names none: one of each kind, and none that trains models of its own.
    static let usualAttacks = paperAttacks + ["lira-offline", "rmia-offline", "loss-global", "modified-entropy"]
    /// What a manifest writes for all of them.
    static let every = "all"

    /// What the manifest says about shadow models, for all approaches or for one.
    private struct Edit {
        var models: Int?
        var sizes: [Int]?
        var repeats: Int?
        var training = TrainingReader.Edit()

        init(_ mapping: ManifestMapping) {
            models = mapping.integer("shadowModels", in: 1...100_000)
            sizes = mapping.integers("shadowSizes", in: 2...100_000_000)?.sorted()
            repeats = mapping.integer("repeats", in: 1...10_000)
            training = TrainingReader.read("training", of: mapping)
        }

        func applied(to settings: ShadowSettings) -> ShadowSettings {
            ShadowSettings(
                models: models ?? settings.models,
                sizes: sizes ?? settings.sizes,
                sizesAreExplicit: sizes != nil || settings.sizesAreExplicit,
                repeats: repeats ?? settings.repeats,
                training: training.applied(to: settings.training)
            )
        }
    }

    func read(_ mapping: ManifestMapping?) -> AdversarySection {
        var shadows = Dictionary(uniqueKeysWithValues: Self.approaches.map { ($0, profile.settings($0)) })
        var approaches = Self.approaches
        var attackIds = (profile == .paper ? Self.paperAttacks : Self.usualAttacks).filter(attacks.contains)
        var attackTraining = profile.attackTraining
        var scoring = profile.scoring
        var retrainings = profile.retrainings
        var attribute = AttributeSettings()
        if let mapping {
            let general = Edit(mapping)
            shadows = shadows.mapValues { general.applied(to: $0) }
            approaches = mapping.choices("approaches", among: Self.approaches) ?? approaches
            attackIds = readAttacks(mapping) ?? attackIds
            attackTraining = TrainingReader.read("attackTraining", of: mapping).applied(to: attackTraining)
            scoring = ScoringReader.read(mapping, over: scoring)
            retrainings = mapping.integer("retrainings", in: 0...1000) ?? retrainings
            attribute = AttributeReader.read(mapping)
            if let overrides = mapping.mapping("overrides") {
                for approach in Self.approaches {
                    guard let override = overrides.mapping(approach.rawValue) else { continue }
                    let edit = Edit(override)
                    override.refuseUnknownKeys()
                    shadows[approach] = shadows[approach].map { edit.applied(to: $0) }
                }
                overrides.refuseUnknownKeys()
            }
            mapping.refuseUnknownKeys()
        }
        return AdversarySection(
            approaches: approaches,
            attacks: attackIds,
            shadows: shadows,
            attackTraining: attackTraining,
            scoring: scoring,
            retrainings: retrainings,
            attribute: attribute
        )
    }

    private func readAttacks(_ mapping: ManifestMapping) -> [String]? {
        guard let texts = mapping.texts("attacks", single: true) else { return nil }
        if texts.map(\.text) == [Self.every] { return attacks }
        for (text, location) in texts where !attacks.contains(text) {
            mapping.problems.add(
                .badValue,
                "there is no attack '\(text)'",
                at: location,
                remedy: NearestName.hint(text, among: attacks)
            )
        }
        return texts.map(\.text)
    }
}
