/// What it would take to run the same audit again.
public struct Provenance: Sendable, Hashable {
    /// Version of LayerAudit.
    public let toolVersion: String
    /// Versions of its libraries, by name.
    public let libraries: [(name: String, version: String)]
    /// Processor, cores, memory, system and device.
    public let machine: Phrase
    /// Start, ISO 8601 in UTC.
    public let started: String
    /// End, ISO 8601 in UTC.
    public let finished: String
    /// Wall-clock seconds.
    public let seconds: Double
    /// The audit's seed.
    public let seed: UInt64
    /// The profile: `quick`, `standard` or `paper`.
    public let profile: String
    /// Files, with digests.
    public let files: [FileDigest]
    /// Shadow and target models that were trained for this audit and kept; nil where the audit had no shadow store.
    public let modelsTrained: Int?
    /// Shadow and target models that the shadow store had from before; nil where the audit had none.
    public let modelsReused: Int?

    /// Records the provenance.
    public init(
        toolVersion: String,
        libraries: [(name: String, version: String)],
        machine: Phrase,
        started: String,
        finished: String,
        seconds: Double,
        seed: UInt64,
        profile: String,
        files: [FileDigest],
        modelsTrained: Int? = nil,
        modelsReused: Int? = nil
    ) {
        self.toolVersion = toolVersion
        self.libraries = libraries
        self.machine = machine
        self.started = started
        self.finished = finished
        self.seconds = seconds
        self.seed = seed
        self.profile = profile
        self.files = files
        self.modelsTrained = modelsTrained
        self.modelsReused = modelsReused
    }

    /// Compares everything but the library list by value, and that by names and versions.
    public static func == (left: Provenance, right: Provenance) -> Bool {
        left.toolVersion == right.toolVersion && left.machine == right.machine && left.started == right.started
            && left.finished == right.finished && left.seed == right.seed && left.profile == right.profile
            && left.files == right.files && left.modelsTrained == right.modelsTrained
            && left.modelsReused == right.modelsReused && left.libraries.map(\.name) == right.libraries.map(\.name)
            && left.libraries.map(\.version) == right.libraries.map(\.version)
    }

    /// Hashes what identifies a run.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(started)
        hasher.combine(seed)
        hasher.combine(files)
    }
}
