import Networks
import Tensors
import Testing

/// Dropout and its kin: the identity at inference, their stated moments in training.
@Suite struct NoiseTests {
    private func moments(_ layer: any Layer) throws -> (mean: Double, deviation: Double, zeros: Double) {
        let x = try Tensor.full(2, shape: [200, 5, 5, 8])
        #expect(try layer.forward([x], [], .inference).floats() == x.floats())
        let y = try layer.forward([x], [], .training(TensorGenerator(Seed(5)))).floats().map(Double.init)
        let mean = y.reduce(0, +) / Double(y.count)
        let variance = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(y.count)
        return (mean, variance.squareRoot(), Double(y.filter { $0 == 0 }.count) / Double(y.count))
    }

    @Test func keepsTheMean() throws {
        let dropout = try moments(Dropout(rate: 0.25))
        #expect(abs(dropout.mean - 2) < 0.03 && abs(dropout.zeros - 0.25) < 0.01)
        let spatial = try moments(SpatialDropout(rate: 0.25))
        #expect(abs(spatial.mean - 2) < 0.15 && abs(spatial.zeros - 0.25) < 0.05)
        let noise = try moments(GaussianNoise(deviation: 0.5))
        #expect(abs(noise.mean - 2) < 0.02 && abs(noise.deviation - 0.5) < 0.01)
        let multiplied = try moments(GaussianDropout(rate: 0.2))
        #expect(abs(multiplied.mean - 2) < 0.03 && abs(multiplied.deviation - 2 * 0.5) < 0.02)
    }

    @Test func dropsWholeRecords() throws {
        let x = try Tensor.full(1, shape: [400, 3, 5])
        let y = try StochasticDepth(rate: 0.25).forward([x], [], .training(TensorGenerator(Seed(6))))
        let sums = try y.sum(axes: [1, 2]).floats()
        for sum in sums { #expect(sum == 0 || abs(sum - 20) < 1e-4) }
        #expect(abs(Double(sums.filter { $0 == 0 }.count) / 400 - 0.25) < 0.08)
        #expect(try StochasticDepth(rate: 0.25).forward([x], [], .inference).floats() == x.floats())
    }

    @Test func sharesDropsAlongAxes() throws {
        let x = try Tensor.full(1, shape: [100, 6, 4])
        let layer = Dropout(rate: 0.5, isShared: [false, true, false])
        let y = try layer.forward([x], [], .training(TensorGenerator(Seed(6))))
        for sum in try y.sum(axes: [1]).floats() { #expect(sum == 0 || abs(sum - 12) < 1e-5) }
    }

    @Test func dropsWholeChannels() throws {
        let x = try Tensor.full(1, shape: [4, 3, 3, 16])
        let y = try SpatialDropout(rate: 0.5).forward([x], [], .training(TensorGenerator(Seed(6))))
        for sums in try y.sum(axes: [1, 2]).floats() { #expect(sums == 0 || abs(sums - 18) < 1e-5) }
    }

    @Test func keepsMomentsOfStandardNormals() throws {
        let x = try TensorGenerator(Seed(7)).normal(shape: [40_000])
        let y = try AlphaDropout(rate: 0.3).forward([x], [], .training(TensorGenerator(Seed(8)))).reshaped([1, -1])
        #expect(abs(try y.mean(axes: [1]).scalar()) < 0.03)
        #expect(abs(try y.variance(axes: [1]).scalar() - 1) < 0.03)
    }
}
