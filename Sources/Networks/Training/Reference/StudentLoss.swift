import Tensors

/// T²·KL(q ‖ softmax(z / T)) of a student's logits z, but for the teacher's entropy, which no step changes (Hinton, Vinyals,
/// Dean 2015, section 2).
struct StudentLoss: TrainingLoss {
    private let network: Network
    private let records: RecordBatches
    private let targets: Tensor
    private let temperature: Double
    private let frozen: Set<Int>
    private let regularisation: Regularisation
    private let isMixed: Bool
    private let seed: Seed
    private let dropout: TensorGenerator

    init(
        _ network: Network,
        _ lessons: Distillation.Lessons,
        temperature: Double,
        frozen: Set<Int>,
        recipe: TrainingRecipe,
        seed: Seed
    ) throws(TensorError) {
        self.network = network
        records = lessons.records
        targets = try Tensor(lessons.targets, device: network.device)
        self.temperature = temperature
        self.frozen = frozen
        regularisation = recipe.regularisation
        isMixed = recipe.precision.isMixed(on: network.device)
        self.seed = seed
        dropout = TensorGenerator(seed.derived("dropout"))
    }

    func callAsFunction(_ rows: [Int], at place: (epoch: Int, batch: Int)) throws -> Tensor {
        var generator = regularisation.generator(seed, at: place)
        let x = try Tensor(regularisation.varied(records.values(rows), &generator), device: network.device)
        let logs = try network.forward(x, .training(dropout, frozen: frozen, isMixed: isMixed)).multiplying(
            1 / temperature
        )
        .logSoftmax(axis: 1)
        let told = try targets.selecting(Tensor(rows, device: network.device))
        return try told.multiplying(logs).sum(axes: [1]).mean(axes: [0]).multiplying(-temperature * temperature)
    }
}
