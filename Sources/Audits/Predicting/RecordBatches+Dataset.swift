import Datasets
import Networks
import Tensors

extension RecordBatches {
    /// The records of a set as a model takes them, read when they are asked for.
    public init(_ dataset: Dataset, _ preprocessing: Preprocessing) {
        self.init(count: dataset.count, recordShape: dataset.recordShape) { rows in
            var floats = try dataset.values(rows: rows)
            try preprocessing.apply(to: &floats, recordShape: dataset.recordShape)
            return TensorValues(shape: [rows.count] + dataset.recordShape, floats: floats)
        }
    }
}
