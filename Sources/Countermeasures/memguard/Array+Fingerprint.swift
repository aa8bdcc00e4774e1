import Tensors

extension [Double] {
    /// A number that is the same for the same values in the same order.
    var fingerprint: UInt64 {
        reduce(Seed(0)) { $0.derived("value", Int(truncatingIfNeeded: $1.bitPattern)) }.value
    }
}
