import AuditCore
import Diagnostics

/// Which cuts a depth curve looks at, and with how much effort (`depth`).
public struct DepthSection: Sendable {
    /// A cut by the name of its last shared layer.
    struct Cut: Sendable {
        let name: String
        let location: Location
    }

    /// The cuts the manifest names; nil for every block.
    var cuts: [Cut]?
    /// The approaches, `freezing` and `fine-tuning` unless the manifest names fewer.
    public var approaches: [Approach] = [.freezing, .fineTuning]
    /// Shadow models per cut and approach, and for the baseline; nil for the profile's number of whole networks.
    public var shadowModels: Int?
    /// Records per shadow training set; nil for one of the adversary's sizes.
    public var shadowSizes: [Int]?
    /// Repeats with fresh draws, at least 1.
    public var repeats = 1
    /// What is said about the training of its shadow models.
    var training = TrainingReader.Edit()
    /// What is said about the training of its recipients.
    var targetTraining = TrainingReader.Edit()

    /// Every block, both approaches, the profile's effort.
    public init() {}

    /// Records per shadow model above which a curve goes only where it is asked to.
    private static func usualSize(_ profile: AuditProfile) -> Int { profile == .paper ? 1000 : 300 }

    /// The shadow models of an approach: how they are trained as in the audit, one size, as many everywhere, so that every
    /// row and the floor rest on equally much.
    func settings(_ settings: ShadowSettings, profile: AuditProfile) -> ShadowSettings {
        let size = settings.sizes.last { $0 <= Self.usualSize(profile) } ?? settings.sizes.first
        return ShadowSettings(
            models: shadowModels ?? profile.settings(.baseline).models,
            sizes: shadowSizes ?? [size].compactMap(\.self),
            sizesAreExplicit: shadowSizes != nil || settings.sizesAreExplicit,
            repeats: repeats,
            training: training.applied(to: settings.training)
        )
    }
}
