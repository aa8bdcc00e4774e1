/// How much private training clips and adds noise (DP-SGD, Abadi et al. 2016, algorithm 1).
public struct PrivacySettings: Sendable, Hashable {
    /// σ, the noise's standard deviation in units of the clipping bound; at least 0, and 0 gives no privacy at all.
    public var noiseMultiplier: Double
    /// C, the largest Euclidean norm of the gradient that a unit adds to a step; above 0.
    public var clippingBound: Double
    /// Most records of one person that a step takes, at least 1; of use only where persons are units.
    public var mostRecordsPerPerson: Int
    /// Whether all records of a person are protected as one; otherwise each record is for itself.
    public var protectsPersons: Bool

    /// Describes private training.
    public init(
        noiseMultiplier: Double,
        clippingBound: Double = 1,
        mostRecordsPerPerson: Int = 1,
        protectsPersons: Bool = false
    ) {
        self.noiseMultiplier = noiseMultiplier
        self.clippingBound = clippingBound
        self.mostRecordsPerPerson = mostRecordsPerPerson
        self.protectsPersons = protectsPersons
    }

    /// Makes sure that the figures mean something.
    ///
    /// - Throws: `NetworkError.privacySettings`.
    func check() throws(NetworkError) {
        guard noiseMultiplier >= 0, noiseMultiplier.isFinite else {
            throw Self.wrong("a noise multiplier of \(noiseMultiplier)", "Give a number from 0; 1 is usual.")
        }
        guard clippingBound > 0, clippingBound.isFinite else {
            throw Self.wrong("a clipping bound of \(clippingBound)", "Give a number above 0; 1 is usual.")
        }
        guard mostRecordsPerPerson >= 1 else {
            throw Self.wrong("\(mostRecordsPerPerson) records of a person per step", "Give at least 1.")
        }
    }

    /// What is protected as one in a run over some records.
    ///
    /// - Throws: `NetworkError.privacySettings` where persons are, and nobody says whose the records are.
    func units(_ records: RecordBatches) throws(NetworkError) -> PrivacyUnits {
        guard protectsPersons else { return .records(records.count) }
        guard let persons = records.persons else {
            throw Self.wrong("persons as units: nobody says whose the records are", "Name the subject of each record.")
        }
        return .persons(persons)
    }

    static func wrong(_ what: String, _ remedy: String) -> NetworkError {
        NetworkError(.privacySettings, "private training cannot use \(what)", remedy: remedy)
    }
}
