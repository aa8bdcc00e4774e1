@testable import Tensors

/// One dense network trained by the engine's own gradients, step by step: what a stack must agree with.
struct ExplicitNetwork {
    let shape: DenseStackShape
    let parameters: [Tensor]
    private let first: [Tensor]
    private let second: [Tensor]
    private var steps = 0

    init(_ shape: DenseStackShape, row: [Float]) throws {
        self.shape = shape
        var parameters: [Tensor] = []
        var start = 0
        for (inputs, outputs) in zip(shape.sizes, shape.sizes.dropFirst()) {
            for size in [[inputs, outputs], [outputs]] {
                let count = size.reduce(1, *)
                parameters.append(try Tensor(Array(row[start..<start + count]), shape: size))
                start += count
            }
        }
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        self.parameters = parameters
        first = try parameters.map { try .zeros($0.shape) }
        second = try parameters.map { try .zeros($0.shape) }
    }

    /// All parameters, one after the other.
    func row() throws -> [Float] { try parameters.flatMap { try $0.floats() } }

    /// Logits; `masks` multiply the layers' outputs.
    func logits(_ x: Tensor, masks: [Int: Tensor] = [:]) throws -> Tensor {
        var value = x
        for (index, activation) in shape.activations.enumerated() {
            value = try value.linear(weight: parameters[2 * index], bias: parameters[2 * index + 1])
            switch activation {
            case .linear: break
            case .relu: value = try value.relu()
            case .tanh: value = try value.tanh()
            case .sigmoid: value = try value.sigmoid()
            }
            if let mask = masks[index] { value = try value.multiplying(mask) }
        }
        return value
    }

    /// One step on some records; without any, the gradient is 0.
    mutating func step(
        _ x: Tensor?,
        _ targets: [Int],
        _ optimizer: DenseStackOptimizer,
        rate: Double,
        masks: [Int: Tensor] = [:]
    ) throws {
        steps += 1
        if let x {
            let logits = try logits(x, masks: masks)
            let loss =
                shape.loss == .logistic
                ? try logits.binaryCrossEntropy(targets: Tensor(targets.map(Float.init), shape: [targets.count, 1]))
                : try logits.crossEntropy(labels: Tensor(targets))
            try loss.backward()
        }
        for (index, parameter) in parameters.enumerated() {
            let gradient = try parameter.gradient ?? .zeros(parameter.shape)
            if optimizer.rule == .sgd {
                try OptimizerSteps.sgd(
                    parameter,
                    gradient: gradient,
                    velocity: first[index],
                    rate: rate,
                    momentum: optimizer.momentum,
                    decay: optimizer.decay,
                    isNesterov: optimizer.isNesterov
                )
            } else {
                try OptimizerSteps.adam(
                    parameter,
                    gradient: gradient,
                    first: first[index],
                    second: second[index],
                    step: steps,
                    rate: rate,
                    decay: optimizer.decay,
                    isDecoupled: optimizer.rule == .adamW
                )
            }
            parameter.clearGradient()
        }
    }
}
