import Tensors

/// T²·KL(q ‖ softmax(z / T)) of a student's logits z, but for the teacher's entropy, which no step changes (Hinton, Vinyals,
/// Dean 2015, section 2).
struct StudentLoss: TrainingLoss {
    private let network: TrainedNetwork
    private let records: RecordBatches
    private let targets: Tensor
    private let temperature: Double

    init(_ network: TrainedNetwork, _ lessons: Distillation.Lessons, temperature: Double) throws(TensorError) {
        self.network = network
        records = lessons.records
        targets = try Tensor(lessons.targets, device: network.network.device)
        self.temperature = temperature
    }

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        var generator = network.generator(at: place)
        let logits = try network.answers(network.input(records.values(rows), &generator))
        let logs = try logits.multiplying(1 / temperature).logSoftmax(axis: 1)
        let told = try targets.selecting(Tensor(rows, device: network.network.device))
        return try told.multiplying(logs).sum(axes: [1]).mean(axes: [0]).multiplying(-temperature * temperature)
    }
}
