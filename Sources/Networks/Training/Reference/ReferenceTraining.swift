/// What a training run does with records that are not its training records.
public struct ReferenceTraining: Sendable, Hashable {
    /// How they are used.
    public enum Use: Sendable, Hashable {
        /// The network is trained against an inference attack that tells training records from reference records, in a
        /// game of λ = `weight` and k = `steps` (Nasr, Shokri, Houmansadr 2018, algorithm 1).
        case adversarial(weight: Double, steps: Int)
        /// A teacher trained on the training records labels the `share` of reference records of which it is surest, at a
        /// `temperature`; the network is trained on these alone (Shejwalkar & Houmansadr 2021).
        case distillation(temperature: Double, share: Double)
        /// The network learns its task from the reference records, and is drawn, by λ = `weight`, to features in which the
        /// training records, whose labels it never sees, look the same (Huang et al. 2020; Tzeng et al. 2014).
        case alignment(weight: Double)
    }

    /// How the records are used.
    public var use: Use
    /// The records.
    public var reference: ReferenceRecords

    /// Describes what is done with which records.
    public init(_ use: Use, _ reference: ReferenceRecords) {
        self.use = use
        self.reference = reference
    }

    /// Makes sure that there is something to learn from.
    ///
    /// - Throws: `NetworkError.noReference`.
    func check() throws(NetworkError) {
        guard reference.count > 0, reference.records.count == reference.count else {
            throw NetworkError(
                .noReference,
                "\(reference.records.count) reference records have \(reference.count) classes",
                remedy: "Give at least one record, and the class of each."
            )
        }
    }
}
