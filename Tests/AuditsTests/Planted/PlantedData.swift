import Foundation
import HDF5
import Tensors

/// Records of three classes: a centre per class and noise, so that a small network can learn its members by heart.
struct PlantedData {
    static let roles = ["members", "nonMembers", "shadowTrain", "shadowTest", "targetTrain"]
    /// The sets of the recipient's task that only an attack on its training set needs.
    static let targetRoles = ["targetTest", "targetShadowTrain", "targetShadowTest"]
    /// What the owner holds besides, for countermeasures that learn from it.
    static let referenceRole = "reference"
    static let classes = 3
    static let width = 12

    /// One set as it is stored.
    struct RecordSet {
        var width = PlantedData.width
        var values: [Float] = []
        var labels: [Int] = []
        var subjects: [String]?
        var attributes: [String]?

        var count: Int { labels.count }

        /// The first records.
        func prefix(_ count: Int) -> RecordSet {
            var first = self
            first.values = Array(values.prefix(count * width))
            first.labels = Array(labels.prefix(count))
            return first
        }
    }

    var sets: [String: RecordSet]

    /// Sets of `count` records each, all from the same distribution.
    init(count: Int = 200, seed: UInt64 = 7) {
        sets = [:]
        for role in Self.roles + Self.targetRoles + [Self.referenceRole] {
            sets[role] = Self.records(count, Seed(seed).derived(role))
        }
    }

    private static func records(_ count: Int, _ seed: Seed) -> RecordSet {
        var centres = NormalNumbers(Seed(99))
        let middle = (0..<classes).map { _ in (0..<width).map { _ in 0.5 * centres.next() } }
        var noise = NormalNumbers(seed)
        var set = RecordSet()
        for index in 0..<count {
            let label = index % classes
            set.labels.append(label)
            for k in 0..<width { set.values.append(Float(middle[label][k] + noise.next())) }
        }
        return set
    }

    /// Writes all sets into one file, each in a group of its own.
    func write(to path: String) throws {
        try HDF5File.write(path) { file in
            for (role, set) in sets.sorted(by: { $0.key < $1.key }) {
                try file.root.createDataset("\(role)/x", shape: [set.count, set.width], floats: set.values)
                try file.root.createDataset("\(role)/y", shape: [set.count], ints: set.labels)
                if let subjects = set.subjects {
                    try file.root.createDataset("\(role)/subject", shape: [set.count], strings: subjects)
                }
                if let attributes = set.attributes {
                    try file.root.createDataset("\(role)/attribute", shape: [set.count], strings: attributes)
                }
            }
        }
    }
}

/// Numbers from the standard normal distribution (Box & Muller 1958).
struct NormalNumbers {
    private var generator: SeededGenerator

    init(_ seed: Seed) { generator = seed.generator }

    mutating func next() -> Double {
        let radius = (-2 * log(Double.random(in: 1e-12..<1, using: &generator))).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }

    mutating func next(_ count: Int, mean: Double = 0) -> [Double] { (0..<count).map { _ in mean + next() } }
}
