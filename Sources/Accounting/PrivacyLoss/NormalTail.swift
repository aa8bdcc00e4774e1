import Foundation

/// A point of the standard normal distribution with the mass on its outer side.
///
/// Differences of the smaller tails keep their relative accuracy, however far out the points are.
struct NormalTail {
    private let z: Double
    private let tail: Double

    init(_ z: Double) {
        self.z = z
        tail = 0.5 * erfc(abs(z) * 0.5.squareRoot())
    }

    /// The probability between this point and one at or above it.
    func mass(to other: NormalTail) -> Double {
        if z >= 0 { return max(0, tail - other.tail) }
        if other.z <= 0 { return max(0, other.tail - tail) }
        return 0.5 * (erf(other.z * 0.5.squareRoot()) - erf(z * 0.5.squareRoot()))
    }
}
