import Networks
import Tensors

/// How often the model still gives an image its label when the image is shifted or mirrored, as models often see images in
/// training; the model answers labels alone (Choquette-Choo, Tramèr, Carlini and Papernot 2021, section 3.3).
///
/// - `right`: 1 where it does for the image as it is, else 0.
/// - `shift/<d>`: the share of right labels for the 4 d shifts by d pixels, |down| + |right| = d, in [0, 1].
/// - `flip`: 1 where it does for the mirrored image, else 0.
/// - `flip-shift/<d>`: the share of right labels for the mirrored image's shifts, in [0, 1].
public struct AugmentationObserver: ModelObserver {
    /// What is read.
    public static let names = ImageVariants.groups.map(\.name)
    /// Labels asked for per record.
    public static let queries = ImageVariants.groups.reduce(0) { $0 + $1.variants.count }
    /// On fewer models and records: every one takes many labels.
    public static let extent = ObservationExtent.labels

    private let trainer: ShadowTrainer
    private let precision: Precision

    /// Takes records and labels; the adversary trains no models of its own here.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) {
        self.trainer = trainer
        precision = recipe.precision
    }

    /// Images (H, W, C).
    public static func canRead(_ recordShape: [Int]) -> Bool { ImageShape(recordShape) != nil }

    /// Reads the shares; nothing off records that are not images.
    ///
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        guard let shape = ImageShape(trainer.records.recordShape) else { return Observations(names: [], values: []) }
        let changes = ImageVariants.groups.dropFirst().flatMap(\.variants)
        let read = try LabelService(trainer, weights, precision: precision).map(rows) { queries, records, labels in
            let plain = try queries.labels(records)
            let changed = try queries.labels(records.rows * changes.count) { place, input in
                changes[place % changes.count].write(records.row(place / changes.count), shape, into: input)
            }
            return labels.enumerated().map { row, label in
                let answers = [plain[row]] + changed[row * changes.count..<(row + 1) * changes.count]
                var next = 0
                return ImageVariants.groups.map { group in
                    defer { next += group.variants.count }
                    let right = answers[next..<next + group.variants.count].count { $0 == label }
                    return Double(right) / Double(group.variants.count)
                }
            }
        }
        return Observations(
            names: Self.names,
            values: Self.names.indices.map { name in read.results.map { $0[name] } },
            queries: read.queries
        )
    }
}
