import Tensors

extension Regularisation {
    /// What is drawn for a batch of an epoch.
    func generator(_ seed: Seed, at place: (epoch: Int, batch: Int)) -> SeededGenerator {
        seed.derived("regularisation", place.epoch).derived("batch", place.batch).generator
    }

    /// A batch (N, …) with images changed as far as it says so.
    func varied(_ records: TensorValues, _ generator: inout SeededGenerator) -> TensorValues {
        augmentation?.varied(records, &generator) ?? records
    }
}
