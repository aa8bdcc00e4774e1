import Foundation

@testable import Tensors

/// The values in Fixtures/reference.json, written by Fixtures/make_reference.py from NumPy, SciPy and PyTorch.
struct Reference: Decodable {
    struct Values: Decodable {
        let shape: [Int]
        let values: [Double]

        func tensor() throws -> Tensor { try Tensor(values.map(Float.init), shape: shape) }
    }

    struct Convolution: Decodable {
        let x, weight, bias, y: Values
        let strides, padding, dilation: [Int]
        let groups: Int
    }

    struct Layers: Decodable {
        let image, maxPool, averagePool, batch, gamma, beta, mean, variance, batchNormInference: Values
        let batchNormTraining, movedMean, movedVariance, lastGamma, lastBeta, layerNorm: Values
    }

    struct Losses: Decodable {
        let logits, targets: Values
        let labels: [Int]
        let crossEntropy, smoothedCrossEntropy, binaryCrossEntropy: Double
    }

    struct Optimizer: Decodable {
        let name: String
        let start: [Double]
        let gradients, after: [[Double]]
    }

    let x, positive, a, b, left, right, product, cube: Values
    let unary, unaryPositive, binary, reductions: [String: Values]
    let convolutions: [Convolution]
    let layers: Layers
    let losses: Losses
    let optimizers: [Optimizer]

    static func load() throws -> Reference {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    }
}

extension Tensor {
    /// Whether the shapes are equal and all values within 1e-5 of the reference, or 1e-5 of its size.
    func isClose(to reference: Reference.Values, within tolerance: Double = 1e-5) throws -> Bool {
        guard shape == reference.shape else { return false }
        return zip(try doubles(), reference.values).allSatisfy { abs($0 - $1) <= tolerance * Swift.max(1, abs($1)) }
    }
}
