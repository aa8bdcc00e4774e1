import Tensors

/// Records of the adversary, with the model's labels for them: from where the way to the boundary starts.
struct BoundaryStarts: Sendable {
    /// Values of all records together at most.
    private static let mostValues = 1 << 24

    /// (P, …).
    private let records: TensorValues
    /// The model's answers.
    private let labels: [Int]
    private let scale: InputScale
    /// Labels asked for.
    let queries: Int

    /// Asks the model for the labels of known records.
    ///
    /// - Throws: what asking the model and reading records throws.
    init(_ service: LabelService, _ trainer: ShadowTrainer, known: [Int], scale: InputScale) throws {
        let size = max(1, trainer.records.recordShape.reduce(1, *))
        let rows = Array(known.prefix(max(1, Self.mostValues / size)))
        (labels, queries) = try service.map(rows) { queries, records, _ in try queries.labels(records) }
        records = try trainer.records.values(rows)
        self.scale = scale
    }

    /// For each record the nearest known one that the model gives another label than the record's own; the farthest where
    /// it gives none another.
    ///
    /// - Throws: an engine failure.
    func nearest(to asked: TensorValues, _ own: [Int]) throws(TensorError) -> TensorValues {
        guard records.rows > 0, asked.rows > 0 else { return asked }
        let (left, right) = (scaled(asked), scaled(records))
        let products = try Tensor(left).matrixProduct(try Tensor(right).permuted([1, 0])).values()
        let lengths = (0..<right.rows).map { row in right.row(row).reduce(Float(0)) { $0 + $1 * $1 } }
        let picked = own.enumerated().map { row, label in
            // Squared distances but for the record's own length, which is the same for all.
            let distances = products.row(row).enumerated().map { lengths[$0.offset] - 2 * $0.element }
            let others = labels.indices.filter { labels[$0] != label }
            let nearest = others.min { distances[$0] < distances[$1] }
            return nearest ?? labels.indices.max { distances[$0] < distances[$1] } ?? 0
        }
        return records.rows(picked)
    }

    private func scaled(_ values: TensorValues) -> TensorValues {
        let units = scale.units
        let floats = values.floats.enumerated().map { place, value in
            let unit = units[place % units.count]
            return unit > 0 ? value / unit : 0
        }
        return TensorValues(shape: [values.rows, units.count], floats: floats)
    }
}
