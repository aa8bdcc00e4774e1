import Testing

@testable import Tensors

/// Optimiser steps against PyTorch's, in single precision against double.
struct OptimizerTests {
    @Test(arguments: ["sgd", "momentum", "nesterov", "adam", "adamW", "rmsProp", "rmsPropMomentum"])
    func steps(name: String) throws {
        let reference = try #require(try Reference.load().optimizers.first { $0.name == name })
        let parameter = try Tensor(reference.start.map(Float.init), shape: [7])
        let first = try Tensor.zeros([7])
        let second = try Tensor.zeros([7])
        for (step, values) in reference.gradients.enumerated() {
            let gradient = try Tensor(values.map(Float.init), shape: [7])
            switch name {
            case "adam", "adamW":
                try OptimizerSteps.adam(
                    parameter,
                    gradient: gradient,
                    first: first,
                    second: second,
                    step: step + 1,
                    rate: 0.05,
                    decay: 0.03,
                    isDecoupled: name == "adamW"
                )
            case "rmsProp", "rmsPropMomentum":
                try OptimizerSteps.rmsProp(
                    parameter,
                    gradient: gradient,
                    square: second,
                    velocity: first,
                    rate: 0.02,
                    rho: 0.9,
                    momentum: name == "rmsProp" ? 0 : 0.8,
                    decay: 0.03
                )
            default:
                try OptimizerSteps.sgd(
                    parameter,
                    gradient: gradient,
                    velocity: first,
                    rate: 0.1,
                    momentum: name == "sgd" ? 0 : 0.9,
                    decay: name == "sgd" ? 0 : 0.05,
                    isNesterov: name == "nesterov"
                )
            }
            let values = Reference.Values(shape: [7], values: reference.after[step])
            #expect(try parameter.isClose(to: values), "\(name), step \(step + 1)")
        }
    }

    @Test func gradientsAreLeftAsTheyAre() throws {
        let gradient = try Tensor([1, 2], shape: [2])
        let parameter = try Tensor([3, 4], shape: [2])
        for decay in [0, 0.5] {
            try OptimizerSteps.sgd(
                parameter,
                gradient: gradient,
                velocity: .zeros([2]),
                rate: 0.1,
                momentum: 0.9,
                decay: decay,
                isNesterov: true
            )
        }
        #expect(try gradient.floats() == [1, 2])
    }
}
