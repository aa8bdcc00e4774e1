/// Shadow models as references for single records (Carlini et al. 2022; Zarifzadeh et al. 2024).
public struct ReferenceSignals: Sendable, Hashable {
    /// With fewer models there is no spread to hold a record against: each in turn is attacked with the others.
    public static let fewestModels = 4
    /// Least mean number of reference models that know an audited record, for the online variants: with fewer, most records
    /// would be held against models that do not know them alone, as offline.
    public static let leastKnown = 0.5

    /// Number of the adversary's records S; they stand first in every list of records.
    public let shadowRecords: Int
    /// Records of the adversary that no reference model was trained on: RMIA's population.
    public let population: [Int]
    /// What the attacked model answers for all S + N records.
    public let attacked: TrueClassSignals
    /// The reference models.
    public let models: [ReferenceModel]
    /// Whether the models were trained on some of the audited records (the online variants).
    public let isOnline: Bool

    /// Collects the references of one farm.
    public init(
        shadowRecords: Int,
        population: [Int],
        attacked: TrueClassSignals,
        models: [ReferenceModel],
        isOnline: Bool
    ) {
        self.shadowRecords = shadowRecords
        self.population = population
        self.attacked = attacked
        self.models = models
        self.isOnline = isOnline
    }

    /// The same references for some of the audited records, in the given order.
    ///
    /// - Parameter queries: places among the audited records, from 0.
    public func picking(_ queries: [Int]) -> ReferenceSignals {
        let rows = Array(0..<shadowRecords) + queries.map { $0 + shadowRecords }
        return ReferenceSignals(
            shadowRecords: shadowRecords,
            population: population,
            attacked: attacked.picking(rows),
            models: models.map { $0.picking(rows) },
            isOnline: isOnline
        )
    }
}
