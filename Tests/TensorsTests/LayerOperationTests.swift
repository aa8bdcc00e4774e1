import Testing

@testable import Tensors

/// Convolution, pooling, normalisation and losses against NumPy.
struct LayerOperationTests {
    @Test func convolutions() throws {
        for (index, item) in try Reference.load().convolutions.enumerated() {
            let y = try item.x.tensor().convolution(
                weight: item.weight.tensor(),
                bias: item.bias.tensor(),
                strides: item.strides,
                padding: item.padding,
                dilation: item.dilation,
                groups: item.groups
            )
            #expect(try y.isClose(to: item.y), "convolution \(index)")
        }
    }

    @Test func pooling() throws {
        let layers = try Reference.load().layers
        let image = try layers.image.tensor()
        #expect(try image.maxPool(window: [3, 2], strides: [2, 1]).isClose(to: layers.maxPool))
        #expect(try image.averagePool(window: [3, 2], strides: [2, 1]).isClose(to: layers.averagePool))
    }

    @Test(arguments: [false, true])
    func batchNormalisation(isTraining: Bool) throws {
        let layers = try Reference.load().layers
        let (mean, variance) = (try layers.mean.tensor(), try layers.variance.tensor())
        let y = try layers.batch.tensor().batchNormalized(
            gamma: layers.gamma.tensor(),
            beta: layers.beta.tensor(),
            mean: mean,
            variance: variance,
            isTraining: isTraining,
            momentum: 0.1,
            epsilon: 1e-3
        )
        #expect(try y.isClose(to: isTraining ? layers.batchNormTraining : layers.batchNormInference))
        #expect(try mean.isClose(to: isTraining ? layers.movedMean : layers.mean))
        #expect(try variance.isClose(to: isTraining ? layers.movedVariance : layers.variance))
    }

    @Test func layerNormalisation() throws {
        let layers = try Reference.load().layers
        let y = try layers.batch.tensor().layerNormalized(
            shape: [4],
            gamma: layers.lastGamma.tensor(),
            beta: layers.lastBeta.tensor(),
            epsilon: 1e-3
        )
        #expect(try y.isClose(to: layers.layerNorm))
    }

    @Test func losses() throws {
        let losses = try Reference.load().losses
        let logits = try losses.logits.tensor()
        let labels = try Tensor(losses.labels)
        let plain = try logits.crossEntropy(labels: labels).scalar()
        #expect(abs(plain - losses.crossEntropy) < 1e-6)
        let smoothed = try logits.crossEntropy(labels: labels, labelSmoothing: 0.1).scalar()
        #expect(abs(smoothed - losses.smoothedCrossEntropy) < 1e-6)
        let likelihood = try logits.logSoftmax(axis: 1).negativeLogLikelihood(labels: labels).scalar()
        #expect(abs(likelihood - losses.crossEntropy) < 1e-6)
        let binary = try logits.binaryCrossEntropy(targets: losses.targets.tensor()).scalar()
        #expect(abs(binary - losses.binaryCrossEntropy) < 1e-6)
    }
}
