import Tensors

/// The tensors an optimiser keeps between steps, for one list of parameters.
final class OptimizerState {
    private let recipe: TrainingRecipe
    private let parameters: [Tensor]
    private let first: [Tensor]
    private let second: [Tensor]
    private var steps = 0

    init(_ recipe: TrainingRecipe, parameters: [Tensor]) throws(TensorError) {
        var first: [Tensor] = []
        var second: [Tensor] = []
        for parameter in parameters {
            first.append(try .zeros(parameter.shape, device: parameter.device))
            second.append(try .zeros(recipe.optimizer == .sgd ? [0] : parameter.shape, device: parameter.device))
        }
        self.recipe = recipe
        self.parameters = parameters
        self.first = first
        self.second = second
    }

    /// One step along the gradients that `backward` left, which are dropped.
    func step(rate: Double) throws(TensorError) {
        try step(rate: rate, along: parameters.map(\.gradient))
        for parameter in parameters { parameter.clearGradient() }
    }

    /// One step along given gradients, one per parameter; nil leaves a parameter as it is.
    func step(rate: Double, along gradients: [Tensor?]) throws(TensorError) {
        steps += 1
        for (index, parameter) in parameters.enumerated() {
            guard let gradient = gradients[index] else { continue }
            switch recipe.optimizer {
            case .sgd:
                try OptimizerSteps.sgd(
                    parameter,
                    gradient: gradient,
                    velocity: first[index],
                    rate: rate,
                    momentum: recipe.momentum,
                    decay: recipe.weightDecay,
                    isNesterov: recipe.isNesterov
                )
            case .adam, .adamW:
                try OptimizerSteps.adam(
                    parameter,
                    gradient: gradient,
                    first: first[index],
                    second: second[index],
                    step: steps,
                    rate: rate,
                    decay: recipe.weightDecay,
                    isDecoupled: recipe.optimizer == .adamW
                )
            case .rmsProp:
                try OptimizerSteps.rmsProp(
                    parameter,
                    gradient: gradient,
                    square: second[index],
                    velocity: first[index],
                    rate: rate,
                    rho: 0.9,
                    momentum: recipe.momentum,
                    decay: recipe.weightDecay
                )
            }
        }
    }
}
