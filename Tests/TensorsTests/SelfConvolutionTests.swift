import Testing

@testable import Tensors

/// Sums of draws by Fourier transforms.
@Suite struct SelfConvolutionTests {
    /// Draw by draw, term by term.
    private func direct(_ masses: [Double], times: Int, size: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: size)
        sums[0] = 1
        for _ in 0..<times {
            var next = [Double](repeating: 0, count: size)
            for (sum, probability) in sums.enumerated() {
                for (index, mass) in masses.enumerated() { next[(sum + index) % size] += probability * mass }
            }
            sums = next
        }
        return sums
    }

    @Test(arguments: [(1, 8), (2, 8), (3, 16), (5, 6), (17, 30), (40, 5), (9, 1)])
    func agreesWithTheDefinition(times: Int, size: Int) throws {
        let masses = [0.1, 0.25, 0, 0.05, 0.4, 0.2]
        let sums = try SelfConvolution.circular(masses, times: times, size: size)
        for (sum, expected) in zip(sums, direct(masses, times: times, size: size)) {
            #expect(abs(sum - expected) < 1e-14)
        }
    }

    @Test(arguments: [(1, 2), (2, 2), (7, 8), (9, 10), (11, 12), (13, 16), (1000, 1024), (1_200_000, 1_310_720)])
    func fastSizes(count: Int, size: Int) {
        #expect(SelfConvolution.fastSize(atLeast: count) == size)
    }

    @Test(arguments: [(0, 4), (1, 0), (-1, 4)])
    func refusesWhatIsNoSum(times: Int, size: Int) {
        #expect(throws: TensorError.self) {
            try SelfConvolution.circular([0.5, 0.5], times: times, size: size)
        }
    }
}
