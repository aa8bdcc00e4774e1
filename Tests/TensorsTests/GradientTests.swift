import Testing

@testable import Tensors

/// Gradients by the engine against central differences, in double precision.
struct GradientTests {
    private func check(_ values: [Double], shape: [Int], _ function: (Tensor) throws -> Tensor) throws {
        let x = try Tensor(doubles: values, shape: shape)
        try x.setRequiresGradient(true)
        try function(x).backward()
        let gradient = try #require(x.gradient).doubles()
        let step = 1e-6
        for index in values.indices {
            var (up, down) = (values, values)
            up[index] += step
            down[index] -= step
            let difference =
                try
                (function(Tensor(doubles: up, shape: shape)).scalar()
                - function(Tensor(doubles: down, shape: shape)).scalar()) / (2 * step)
            #expect(abs(difference - gradient[index]) < 1e-6 * max(1, abs(difference)), "element \(index)")
        }
    }

    private let values = [0.3, -0.7, 1.2, 0.45, -1.1, 2.05, 0.8, -0.25, 0.6, -1.6, 0.95, 0.15]

    @Test func denseNetwork() throws {
        let weight = try Tensor(doubles: [0.4, -0.2, 0.9, 1.1, -0.6, 0.3], shape: [3, 2])
        let bias = try Tensor(doubles: [0.1, -0.3], shape: [2])
        let labels = try Tensor([1, 0, 1, 1])
        try check(values, shape: [4, 3]) {
            try $0.tanh().linear(weight: weight, bias: bias).crossEntropy(labels: labels)
        }
    }

    @Test func convolutionAndNormalisation() throws {
        let weight = try Tensor(doubles: [0.5, -0.4, 0.2, 0.7, 0.1, -0.9], shape: [1, 2, 3])
        try check(values, shape: [1, 2, 6]) { x in
            let y = try x.layerNormalized(shape: [6], gamma: nil, beta: nil, epsilon: 1e-3)
            return try y.convolution(weight: weight, bias: nil, strides: [1], padding: [1], dilation: [1]).silu()
                .maxPool(window: [2], strides: [2]).sum(axes: [0, 1, 2])
        }
    }

    @Test func modesAndAssignment() throws {
        let x = try Tensor([2, 3], shape: [2])
        try x.setRequiresGradient(true)
        #expect(x.requiresGradient && x.gradient == nil)
        let silent = try Engine.withoutGradients { () throws(TensorError) -> Tensor in try x.squared() }
        #expect(!silent.requiresGradient)
        try x.squared().sum(axes: [0]).backward()
        #expect(try #require(x.gradient).floats() == [4, 6])
        try x.squared().sum(axes: [0]).backward()
        #expect(try #require(x.gradient).floats() == [8, 12], "gradients add up until they are dropped")
        x.clearGradient()
        #expect(x.gradient == nil)
        try x.assign(Tensor([5, 6], shape: [2]))
        #expect(try x.floats() == [5, 6] && x.requiresGradient)
        #expect(try !x.squared().detached().requiresGradient)
    }
}
