import Tensors

/// The records of shadow worlds: training populations rich or poor in a value of an attribute, and records to ask about.
///
/// Worlds share no record with each other or with the probes. Were they drawn from one pool, those rich in a value would
/// share the records that have it, and models of such worlds would look alike for the records' sake, even where the value
/// shows in nothing.
public struct WorldDraws: Sendable, Hashable {
    /// One training population.
    public struct World: Sendable, Hashable {
        /// Whether the value has the large share.
        public let isRich: Bool
        /// Rows of its records.
        public let rows: [Int]
    }

    /// Rich and poor worlds by turns: a rich one and the poor one after it are a pair.
    public let worlds: [World]
    /// Rows of the records to ask about, as many with the value as without in each class.
    public let probes: [Int]
    /// Records per world.
    public let size: Int

    /// Fewest records of a world from which a model can learn anything.
    public static let fewestRecords = 20
    /// Most records to ask about with the value, and as many without it.
    public static let mostProbes = 100

    /// Draws worlds with the same number of records of each class, so that classes do not give a world away.
    ///
    /// - Parameters:
    ///   - labels: class of each record.
    ///   - hasValue: whether each record has the value.
    ///   - classes: K.
    ///   - pairs: rich worlds, and as many poor ones.
    ///   - share: of the value in rich worlds, and of all else in poor ones, in [0.5, 1].
    ///   - largest: most records per world.
    ///   - seed: decides the draw.
    /// - Returns: nil where records with the value, or without it, are too few.
    public init?(
        labels: [Int],
        hasValue: [Bool],
        classes: Int,
        pairs: Int,
        share: Double,
        largest: Int,
        seed: Seed
    ) {
        var generator = seed.generator
        var pools = Array(repeating: (with: [Int](), without: [Int]()), count: classes)
        for (row, label) in labels.enumerated() {
            if hasValue[row] { pools[label].with.append(row) } else { pools[label].without.append(row) }
        }
        var probes: [Int] = []
        for label in pools.indices {
            generator.shuffle(&pools[label].with)
            generator.shuffle(&pools[label].without)
            let most = max(1, Self.mostProbes / max(1, classes))
            let count = min(most, pools[label].with.count / 4, pools[label].without.count / 4)
            probes += pools[label].with.suffix(count) + pools[label].without.suffix(count)
            pools[label].with.removeLast(count)
            pools[label].without.removeLast(count)
        }
        var quotas = pools.map { min($0.with.count, $0.without.count) / max(1, pairs) }
        let available = quotas.reduce(0, +)
        if available > largest { quotas = quotas.map { $0 * largest / available } }
        size = quotas.reduce(0, +)
        guard size >= Self.fewestRecords, quotas.count(where: { $0 > 0 }) > 1, !probes.isEmpty else { return nil }
        self.probes = probes
        let majorities = Self.majorities(quotas, share: share)
        worlds = (0..<pairs).flatMap { pair in
            var (rich, poor) = ([Int](), [Int]())
            for (label, quota) in quotas.enumerated() {
                let with = pools[label].with[pair * quota..<(pair + 1) * quota]
                let without = pools[label].without[pair * quota..<(pair + 1) * quota]
                rich += with.prefix(majorities[label]) + without.dropFirst(majorities[label])
                poor += without.prefix(majorities[label]) + with.dropFirst(majorities[label])
            }
            return [World(isRich: true, rows: rich), World(isRich: false, rows: poor)]
        }
    }

    /// How many of each class's records make up the large share: rounded so that the share holds over all classes together.
    private static func majorities(_ quotas: [Int], share: Double) -> [Int] {
        var (records, given) = (0, 0)
        return quotas.map { quota in
            records += quota
            let due = Int((share * Double(records)).rounded())
            defer { given = due }
            return due - given
        }
    }
}
