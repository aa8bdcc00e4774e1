import Networks
import Tensors

/// How a model's last layer uses the features of a record, beside the same layer trained by the adversary on records of its
/// own over the same features: idiosyncratic use betrays what the model was trained on (Leino and Fredrikson 2020,
/// section 3).
///
/// The paper's general attack scores a record by Σ_j d(û_j, ũ_j) z_j + b, with features z, influences û of the model and ũ
/// of the adversary's proxies on the margin of the record's class, and a displacement function d learned on shadow models.
/// Here d is a linear combination of the functions below; one number for each, and the offset's displacement.
///
/// The Bayes-style attack takes d(û, ũ) = û − ũ as it is: `displacement` is Σ_j (û_j − ũ_j) z_j + (b̂ − b̃), the difference
/// of the two margins. The margin is that over all classes' mean, since adding the same to every class's weights changes no
/// answer of a softmax.
public struct InfluenceObserver: ModelObserver {
    /// What the Bayes-style attack reads.
    public static let displacement = "influence/displacement"

    /// Proxies whose influences are averaged.
    private static let proxies = 4
    /// Records computed at a time.
    private static let batchSize = 128
    /// The functions d is made of: of the model's influence and the proxies'.
    private static let displacements: [(name: String, value: @Sendable (Double, Double) -> Double)] = [
        ("source", { source, _ in source }),
        ("proxy", { $1 }),
        ("source-size", { source, _ in abs(source) }),
        ("proxy-size", { abs($1) }),
        ("distance", { abs($0 - $1) }),
        ("source-square", { source, _ in source * abs(source) }),
        ("proxy-square", { $1 * abs($1) }),
        ("displacement-square", { ($0 - $1) * abs($0 - $1) }),
    ]

    private let trainer: ShadowTrainer
    private let recipe: TrainingRecipe
    /// Where the last layer with weights begins.
    private let node: Int

    /// Takes records and labels, and how proxies are trained.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) {
        self.trainer = trainer
        self.recipe = recipe
        node = trainer.source.architecture.defaultCut ?? trainer.source.cut
    }

    /// Reads the displacements.
    ///
    /// - Throws: what training proxies and running the layers throws.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        let shallow = trainer.source.architecture.shallowPart(upTo: node)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: weights.picking(shallow.layerMap),
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let features = try outputs(trainer.records.picking(known + rows))
        let head = trainer.source.architecture.deepPart(after: node)
        let queried = features.rows(Array(known.count..<features.rows))
        let labels = rows.map { trainer.labels[$0] }
        let proxies = try proxies(head.part, features, known, recipe.overFeatures { try outputs($0) }, seed)
        let own = try uses(head.part, [weights.picking(head.layerMap)], queried, labels)
        let others = try uses(head.part, proxies, queried, labels)
        var values = Self.displacements.map { _ in [Double](repeating: 0, count: rows.count) }
        var offsets: [Double] = []
        let displacements = zip(own.margins, others.margins).map { $0 - $1 }
        for row in rows.indices {
            var (ownSum, otherSum) = (0.0, 0.0)
            for place in row * queried.rowSize..<(row + 1) * queried.rowSize {
                let feature = Double(queried.floats[place])
                let (source, proxy) = (own.gradients[place], others.gradients[place])
                for (column, displacement) in Self.displacements.enumerated() {
                    values[column][row] += displacement.value(source, proxy) * feature
                }
                ownSum += source * feature
                otherSum += proxy * feature
            }
            // What the margin is beyond the features' influences: with a linear layer, the bias.
            offsets.append(displacements[row] - (ownSum - otherSum))
        }
        return Observations(
            names: Self.displacements.map { "influence/\($0.name)" } + ["influence/offset", Self.displacement],
            values: values + [offsets, displacements]
        )
    }

    /// Last layers that the adversary trains over the model's features of its own records.
    private func proxies(
        _ head: Architecture,
        _ features: TensorValues,
        _ known: [Int],
        _ recipe: TrainingRecipe,
        _ seed: Seed
    ) throws -> [Weights] {
        let trainer = trainer
        let records = RecordBatches(features.rows(Array(known.indices)))
        return try Workers.map(Array(0..<Self.proxies), threads: trainer.device == .cpu ? trainer.threads : 1) {
            index in
            let seed = seed.derived("proxy", index)
            let network = try Network(head, weights: head.freshWeights(seed), device: trainer.device)
            try Training.run(
                network,
                records: records,
                labels: known.map { trainer.labels[$0] },
                recipe: recipe,
                seed: seed,
                cancellation: trainer.cancellation
            )
            return try network.weights()
        }
    }

    /// Margins and influences, averaged over heads.
    private func uses(
        _ head: Architecture,
        _ weights: [Weights],
        _ features: TensorValues,
        _ labels: [Int]
    ) throws -> (margins: [Double], gradients: [Double]) {
        var margins = [Double](repeating: 0, count: labels.count)
        var gradients = [Double](repeating: 0, count: features.floats.count)
        for weights in weights {
            let network = try Network(head, weights: weights, device: trainer.device)
            for start in stride(from: 0, to: labels.count, by: Self.batchSize) {
                try trainer.cancellation.check()
                let rows = Array(start..<min(labels.count, start + Self.batchSize))
                let found = try network.influences(features.rows(rows), labels: rows.map { labels[$0] })
                for (place, margin) in found.margins.enumerated() { margins[start + place] += margin }
                for (place, value) in found.gradients.floats.enumerated() {
                    gradients[start * features.rowSize + place] += Double(value)
                }
            }
        }
        let share = 1 / Double(weights.count)
        return (margins.map { $0 * share }, gradients.map { $0 * share })
    }
}
