import Tensors

/// The machine's rate of single-precision matrix products, as the engine reaches it: what everything else is held
/// against.
struct ProductBenchmark {
    let threads: Int
    private let side = 1024
    private let rounds = 12

    /// Prints 10⁹ operations per second of all threads together, in the best of some rounds.
    func print() throws {
        let best = try (0..<5).map { _ in try rate() }.max() ?? 0
        Swift.print("gflops \(best)")
    }

    private func rate() throws -> Double {
        let (side, rounds) = (side, rounds)
        let run = try timed {
            try Workers.map(Array(0..<threads), threads: threads) { _ in
                let a = try Tensor.full(0.5, shape: [side, side])
                let b = try Tensor.full(0.25, shape: [side, side])
                for _ in 0..<rounds { _ = try a.linear(weight: b, bias: nil) }
            }
        }
        return 2 * Double(side * side * side * rounds * threads) / run.seconds / 1e9
    }
}
