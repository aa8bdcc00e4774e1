import AuditCore
import Countermeasures

/// A hardened model of the laboratory in a file of its own: the file is what was audited.
public struct HardenedModel: Sendable {
    /// The countermeasure with its numbers.
    public let settings: CountermeasureSettings
    /// The whole model, a Keras file.
    public let path: String
    /// The last transferred layer, as the file calls it.
    public let cut: String
    /// Whether its noise came from the system, so that nobody can draw it again.
    public let isSecret: Bool
    /// Shape of one input record.
    let inputShape: [Int]
    /// The adversary of its audit, who knows the countermeasure.
    let adversary: AdversarySection
    /// Whether earlier states of the audited model are earlier states of this one, too.
    let keepsCheckpoints: Bool

    /// The trial's id, such as `quantisation(bits 4)`.
    public var id: String { settings.text }
}
