/// What a training run has of differential privacy, as its accountants say: a bound on what any attack can learn.
public struct TrialPrivacy: Sendable, Hashable {
    /// ε by the Rényi accountant.
    public let rdp: Double
    /// ε by the accountant of privacy loss distributions.
    public let pld: Double
    /// δ of both.
    public let delta: Double
    /// σ, the noise's standard deviation in units of the clipping bound.
    public let noise: Double
    /// C, the largest norm of what a record adds to a step.
    public let clip: Double
    /// N, the records trained on.
    public let records: Int
    /// B, the records a step takes on average.
    public let batch: Int
    /// T, the number of steps.
    public let steps: Int

    /// Records what accountants say.
    public init(
        rdp: Double,
        pld: Double,
        delta: Double,
        noise: Double,
        clip: Double,
        records: Int,
        batch: Int,
        steps: Int
    ) {
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
