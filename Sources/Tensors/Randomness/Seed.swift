/// A seed that is derived, never drawn: from the audit's seed, a role and an index.
///
/// No result then depends on the order or the number of workers.
public struct Seed: Sendable, Hashable {
    /// The 64 bits.
    public let value: UInt64

    /// The audit's seed.
    public init(_ value: UInt64) { self.value = value }

    /// The seed of one thing with a role, such as `shadow-draw`, and an index among its kind.
    public func derived(_ role: String, _ index: Int = 0) -> Seed {
        var state = value
        for byte in role.utf8 { state = Self.mixed(state ^ UInt64(byte)) }
        return Seed(Self.mixed(state ^ UInt64(bitPattern: Int64(index))))
    }

    /// A generator that starts here.
    public var generator: SeededGenerator { SeededGenerator(self) }

    /// One step of SplitMix64 (Steele, Lea & Flood 2014).
    static func mixed(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
