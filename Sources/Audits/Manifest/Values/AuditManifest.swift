import AuditCore
import Countermeasures
import Diagnostics

/// What an audit is asked to do: `audit.yaml` with every default filled in and every path resolved.
public struct AuditManifest: Sendable {
    /// The manifest file.
    public var path: String
    /// The audit's title.
    public var title: String
    /// The source model and how records are prepared for it; nil where saved predictions are audited.
    public var source: SourceSection?
    /// What would be shared.
    public var transferred: TransferredSection
    /// The four sets of records; nil where saved predictions are audited.
    public var data: DataSection?
    /// Saved predictions that are audited in place of a model.
    public var predictions: PredictionsSection?
    /// What the adversary does.
    public var adversary: AdversarySection
    /// The recipient's task; nil when there is no black-box target attack.
    public var target: TargetSection?
    /// Countermeasures to try; empty where none are named.
    public var countermeasures: [CountermeasureSettings]
    /// Which cuts a depth curve looks at; nil where an audit has none.
    public var depth: DepthSection?
    /// Who shares with whom.
    public var context: AuditContext
    /// Name of a shipped policy, or a path.
    public var policy: String
    /// Where the defaults come from.
    public var profile: AuditProfile
    /// Decides every random choice.
    public var seed: UInt64
    /// δ of the (ε, δ) lower bound, in [0, 1).
    public var delta: Double
    /// What reading the manifest changed or left out, for the report.
    public var notes: [Phrase]
    /// Where each key stands, by its dotted path such as `transferred.upTo`.
    var locations: [String: Location]

    /// Where a key stands in the file; the file itself for a key that was not written.
    ///
    /// - Parameter key: a dotted path, such as `transferred.upTo`.
    public func location(of key: String) -> Location { locations[key] ?? .file(path) }
}
