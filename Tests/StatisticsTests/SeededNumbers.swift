import Foundation

/// A small seeded source of numbers (SplitMix64), so that every run of a test sees the same ones.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Normal numbers (Box and Muller).
    mutating func normal(_ count: Int, mean: Double = 0) -> [Double] {
        (0..<count).map { _ in
            let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self))).squareRoot()
            return mean + radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &self))
        }
    }

    /// Whole numbers with many ties, now and then an infinity.
    mutating func tied(_ count: Int) -> [Double] {
        (0..<count).map { _ in
            switch Int.random(in: 0..<12, using: &self) {
            case 0: .infinity
            case 1: -.infinity
            case let value: Double(value / 2)
            }
        }
    }
}
