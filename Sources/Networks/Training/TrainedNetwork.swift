import Tensors

/// A network as it answers while it is trained: what every loss needs of it.
struct TrainedNetwork {
    let network: Network
    let regularisation: Regularisation
    /// How its layers run.
    let pass: Pass
    private let seed: Seed

    init(_ network: Network, frozen: Set<Int>, recipe: TrainingRecipe, seed: Seed) {
        self.network = network
        regularisation = recipe.regularisation
        pass = .training(
            TensorGenerator(seed.derived("dropout")),
            frozen: frozen,
            isMixed: recipe.precision.isMixed(network)
        )
        self.seed = seed
    }

    /// Where what is drawn for a batch of an epoch comes from.
    func generator(at place: (epoch: Int, batch: Int)) -> SeededGenerator {
        regularisation.generator(seed, at: place)
    }

    /// Records (n, …), changed as the recipe says, where the network is.
    func input(_ records: TensorValues, _ generator: inout SeededGenerator) throws(TensorError) -> Tensor {
        try Tensor(regularisation.varied(records, &generator), device: network.device)
    }

    /// The answers to a batch (n, …).
    func answers(_ x: Tensor) throws(TensorError) -> Tensor { try network.forward(x, pass) }

    /// The mean cross-entropy of answers (n, K), towards labels as smooth as the recipe says.
    func crossEntropy(_ logits: Tensor, _ labels: [Int]) throws(TensorError) -> Tensor {
        let targets = try Tensor(labels, device: network.device)
        return try logits.crossEntropy(labels: targets, labelSmoothing: regularisation.labelSmoothing)
    }
}
