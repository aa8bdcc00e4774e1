import Networks
import Tensors
import Testing

/// Channels-last tensors are computed as they lie: results are in row-major order without a copy.
@Suite struct LayoutTests {
    private func inference(_ layer: any Layer, _ x: Tensor) throws -> Tensor {
        let architecture = try Architecture(
            name: "one",
            inputShape: Array(x.shape.dropFirst()),
            [NamedLayer(name: "layer", kind: "", layer: layer)]
        )
        return try Network(architecture, weights: architecture.freshWeights(Seed(1))).forward(x)
    }

    @Test func keepsChannelsLast() throws {
        let x = try TensorGenerator(Seed(2)).normal(shape: [16, 9, 8, 6])
        let odd = SlidingWindow([3, 3], strides: [2, 2], padding: .same)
        let layers: [any Layer] = [
            Convolution(inputs: 6, filters: 7, window: odd),
            Convolution(inputs: 6, filters: 7, window: SlidingWindow([3, 3], padding: .same)),
            Convolution(inputs: 6, filters: 7, window: SlidingWindow([1, 1])),
            Convolution(inputs: 6, filters: 12, window: odd, groups: 6),
            SeparableConvolution(inputs: 6, filters: 4, window: odd), BatchNorm(features: 6),
            Pooling(.max, window: odd), Pooling(.average, window: odd), ActivationLayer(.relu),
            UpSampling([2, 2], isBilinear: true), ZeroPadding([.init(1, 2), .init(0, 1)]),
        ]
        for layer in layers { #expect(try inference(layer, x).isContiguous, "\(layer)") }
        let sequence = try TensorGenerator(Seed(2)).normal(shape: [16, 9, 6])
        let window = SlidingWindow([3], strides: [2], padding: .same)
        let flat: [any Layer] = [
            Convolution(inputs: 6, filters: 7, window: window), BatchNorm(features: 6), Pooling(.max, window: window),
        ]
        for layer in flat { #expect(try inference(layer, sequence).isContiguous, "\(layer)") }
    }

    @Test func agreesBetweenTheOrders() throws {
        let x = try TensorGenerator(Seed(3)).normal(shape: [3, 9, 8, 6])
        let window = SlidingWindow([3, 2], strides: [2, 3], padding: .same)
        let pairs: [(any Layer, any Layer)] = [
            (
                Convolution(inputs: 6, filters: 4, window: window, groups: 2),
                Convolution(inputs: 6, filters: 4, window: window, groups: 2, order: .channelsFirst)
            ), (Pooling(.average, window: window), Pooling(.average, window: window, order: .channelsFirst)),
            (BatchNorm(features: 6), BatchNorm(features: 6, axis: 1)),
            (UpSampling([2, 1]), UpSampling([2, 1], order: .channelsFirst)),
            (Cropping([.init(1, 2), .init(0, 3)]), Cropping([.init(1, 2), .init(0, 3)], order: .channelsFirst)),
        ]
        for (last, first) in pairs {
            let one = try inference(last, x)
            let other = try inference(first, x.permuted([0, 3, 1, 2])).permuted([0, 2, 3, 1])
            let worst = zip(try one.floats(), try other.floats()).map { abs($0 - $1) }.max() ?? 1
            #expect(one.shape == other.shape && worst < 1e-5, "\(last)")
        }
    }
}
