import Networks

/// How a model was trained, as far as its file says: the optimiser and its learning rate, which `compile` was told. Batch
/// size and epochs are nowhere in a file.
public struct TrainingConfiguration: Sendable, Hashable {
    /// The optimiser.
    public let optimizer: TrainingRecipe.Optimizer
    /// The initial learning rate.
    public let learningRate: Double
    /// Momentum (SGD, RMSprop).
    public let momentum: Double
    /// Nesterov's variant of momentum.
    public let isNesterov: Bool
    /// λ as `TrainingRecipe` takes it.
    public let weightDecay: Double
    /// Steps after which a cosine has brought the learning rate to its end; nil where it does not follow one.
    public let cosineSteps: Int?

    /// Reads what `compile` was told; nil for optimisers and schedules there is no recipe for.
    ///
    /// - Parameter optimizer: the optimiser's class and configuration, as Keras 2 and 3 write them.
    init?(_ optimizer: JSONValue) {
        guard let name = optimizer["class_name"]?.string?.lowercased(), let config = optimizer["config"],
            let rate = config["learning_rate"] ?? config["lr"]
        else { return nil }
        switch name {
        case "sgd": self.optimizer = .sgd
        case "adam": self.optimizer = (config["weight_decay"]?.number ?? 0) > 0 ? .adamW : .adam
        case "adamw": self.optimizer = .adamW
        case "rmsprop": self.optimizer = .rmsProp
        default: return nil
        }
        if let value = rate.number {
            (learningRate, cosineSteps) = (value, nil)
        } else if rate["class_name"]?.string == "CosineDecay", let schedule = rate["config"],
            let start = schedule["initial_learning_rate"]?.number, let steps = schedule["decay_steps"]?.integer,
            schedule["warmup_steps"]?.integer ?? 0 == 0
        {
            (learningRate, cosineSteps) = (start, steps)
        } else {
            return nil
        }
        guard learningRate > 0, learningRate.isFinite else { return nil }
        momentum = config["momentum"]?.number ?? 0
        isNesterov = config["nesterov"]?.bool ?? false
        let decay = config["weight_decay"]?.number ?? 0
        // Keras takes λ·θ off the weights themselves; added to the gradient, momentum would repeat it 1 / (1 − m) times.
        weightDecay = self.optimizer == .sgd ? decay * (1 - momentum) : decay
        guard (0..<1).contains(momentum), (0...1).contains(weightDecay) else { return nil }
    }

    /// A recipe with what the file says put in.
    ///
    /// - Parameters:
    ///   - recipe: what holds where the file does not say; its batch size tells how many epochs a cosine's steps are.
    ///   - records: training records N.
    public func recipe(from recipe: TrainingRecipe, records: Int) -> TrainingRecipe {
        var recipe = recipe
        recipe.optimizer = optimizer
        recipe.learningRate = learningRate
        recipe.momentum = momentum
        recipe.isNesterov = isNesterov
        recipe.weightDecay = weightDecay
        recipe.schedule = cosineSteps == nil ? .constant : .cosine
        if let cosineSteps, records > 0 {
            let batches = (records + recipe.batchSize - 1) / recipe.batchSize
            recipe.epochs = max(1, Int((Double(cosineSteps) / Double(batches)).rounded()))
        }
        return recipe
    }
}
