/// A fast generator for draws and orders on the host: SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts at a seed.
    public init(_ seed: Seed) { state = seed.value }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let bits = Seed.mixed(state)
        state &+= 0x9E37_79B9_7F4A_7C15
        return bits
    }

    /// The numbers 0..<count in random order (Fisher–Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        shuffle(&order)
        return order
    }

    /// Shuffles in place (Fisher–Yates, with Lemire's multiplication instead of a division).
    public mutating func shuffle<Element>(_ values: inout [Element]) {
        guard values.count > 1 else { return }
        for i in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(i, Int(next().multipliedFullWidth(by: UInt64(i + 1)).high))
        }
    }
}
