import Tensors

/// What the command line decides about an audit.
public struct AuditOptions: Sendable {
    /// Where the engine computes.
    public var device: Device
    /// How many jobs run at once, at least 1; no figure depends on it.
    public var threads: Int
    /// A shipped policy's name or a policy file; takes the place of the manifest's.
    public var policy: String?
    /// The folder that reports and scores are written to; it exists.
    public var output: String
    /// The folder trained shadow models are kept in and taken from; nil for none. No figure depends on it.
    public var store: String?
    /// How the persons behind the records are named.
    public var identifiers: Identifiers
    /// How long the audit may take by the clock, in seconds; nil for as long as it takes.
    public var budget: Double?

    /// Collects what the command line says.
    public init(
        device: Device,
        threads: Int,
        policy: String?,
        output: String,
        store: String? = nil,
        identifiers: Identifiers = .pseudonyms(keyFile: nil),
        budget: Double? = nil
    ) {
        self.device = device
        self.threads = threads
        self.policy = policy
        self.output = output
        self.store = store
        self.identifiers = identifiers
        self.budget = budget
    }
}
