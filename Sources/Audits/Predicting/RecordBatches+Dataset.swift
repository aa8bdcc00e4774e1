import Datasets
import Networks
import Tensors

extension RecordBatches {
    /// The records of a set as a model takes them, read when they are asked for.
    ///
    /// - Parameter shape: the shape of one record, where it is not the stored one but holds as many values.
    public init(_ dataset: Dataset, _ preprocessing: Preprocessing, shape: [Int]? = nil) {
        let shape = shape ?? dataset.recordShape
        let prepared = Array("\(preprocessing) \(shape) ".utf8)
        let digests = { @Sendable (rows: [Int]) in
            let stored = try dataset.contentHashes()
            return rows.map { Digest.bytes(of: prepared + stored[$0].bytes) }
        }
        self.init(count: dataset.count, recordShape: shape, persons: dataset.subjects, digests: digests) { rows in
            var floats = try dataset.values(rows: rows)
            try preprocessing.apply(to: &floats, recordShape: shape)
            return TensorValues(shape: [rows.count] + shape, floats: floats)
        }
    }
}
