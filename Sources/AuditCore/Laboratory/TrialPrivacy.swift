/// What a training run has of differential privacy, as its accountants say: a bound on what any attack can learn.
public struct TrialPrivacy: Sendable, Hashable {
    /// What one of two neighbouring data sets has and the other has not.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// A record.
        case record
        /// A person with all records.
        case person
    }

    /// What is protected as one.
    public let unit: Unit
    /// ε by the Rényi accountant.
    public let rdp: Double
    /// ε by the accountant of privacy loss distributions.
    public let pld: Double
    /// δ of both.
    public let delta: Double
    /// σ, the noise's standard deviation in units of the clipping bound.
    public let noise: Double
    /// C, the largest norm of what a unit adds to a step.
    public let clip: Double
    /// N, the units trained on: records or persons.
    public let records: Int
    /// B, the units a step takes on average.
    public let batch: Int
    /// T, the number of steps.
    public let steps: Int

    /// Records what accountants say.
    public init(
        unit: Unit = .record,
        rdp: Double,
        pld: Double,
        delta: Double,
        noise: Double,
        clip: Double,
        records: Int,
        batch: Int,
        steps: Int
    ) {
        self.unit = unit
        self.rdp = rdp
        self.pld = pld
        self.delta = delta
        self.noise = noise
        self.clip = clip
        self.records = records
        self.batch = batch
        self.steps = steps
    }
}
