import Networks
import Statistics
import Tensors

/// How often the model still gives a record its label when the record is disturbed by noise; the model answers labels alone
/// (Choquette-Choo, Tramèr, Carlini and Papernot 2021, section 3.4).
///
/// - `right`: 1 where it does without noise, else 0.
/// - `noise/<scale>`: the share of right labels under Gaussian noise of each scale, in [0, 1].
///
/// Features of two values take the other one at random instead. Noise is the same for all records of a model.
public struct NoiseObserver: ModelObserver {
    /// Standard deviations of the noise on images, in units of the range of their values.
    public static let imageScales: [Float] = [0.02, 0.05, 0.1, 0.2]
    /// Standard deviations of the noise on other records, in standard deviations of each feature.
    public static let featureScales: [Float] = [0.1, 0.25, 0.5, 1]
    /// Shares of the features of two values that take the other one, at the same scales.
    public static let flips: [Double] = [0.02, 0.05, 0.1, 0.2]
    /// What is read.
    public static let names = ["right"] + imageScales.indices.map { "noise/\($0 + 1)" }
    /// Labels asked for per record, unless told otherwise.
    public static let usualQueries = 41
    /// On fewer models and records: every one takes many labels.
    public static let extent = ObservationExtent.labels

    private let trainer: ShadowTrainer
    /// Noisy copies of a record at each scale.
    private let copies: Int
    private let precision: Precision

    /// Takes records and labels; the adversary trains no models of its own here.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) {
        self.init(trainer, queries: Self.usualQueries, precision: recipe.precision)
    }

    /// Takes records and labels, and how many labels to ask for per record at most, at least one for each scale.
    public init(_ trainer: ShadowTrainer, queries: Int, precision: Precision = .float32) {
        self.trainer = trainer
        self.precision = precision
        copies = max(1, (queries - 1) / Self.imageScales.count)
    }

    /// Reads the shares.
    ///
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        let scale = try InputScale(trainer)
        let scales = ImageShape(trainer.records.recordShape) == nil ? Self.featureScales : Self.imageScales
        let thresholds = Self.flips.map { Float(NormalDistribution.quantile($0) ?? -.infinity) }
        let (copies, noises) = (copies, copies * scales.count)
        let read = try LabelService(trainer, weights, precision: precision).map(rows) { queries, records, labels in
            let noise = try TensorGenerator(seed.derived("noise")).normal(shape: [noises, records.rowSize]).values()
            let plain = try queries.labels(records)
            let noisy = try queries.labels(records.rows * noises) { place, input in
                let (row, draw) = (place / noises, place % noises)
                scale.write(records.row(row), noise.row(draw), share: scales[draw / copies], into: input)
                scale.flip(records.row(row), where: noise.row(draw), below: thresholds[draw / copies], into: input)
            }
            return labels.enumerated().map { row, label in
                let isRight = noisy[row * noises..<(row + 1) * noises].map { $0 == label }
                return [plain[row] == label ? 1 : 0]
                    + scales.indices.map { index in
                        Double(isRight[index * copies..<(index + 1) * copies].count { $0 }) / Double(copies)
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
