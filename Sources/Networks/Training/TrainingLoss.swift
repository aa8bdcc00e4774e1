import Tensors

/// What a training run makes small.
protocol TrainingLoss {
    /// The mean loss of the records at these rows, at a batch of an epoch.
    ///
    /// - Throws: what reading records throws, or an engine failure.
    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor
}
