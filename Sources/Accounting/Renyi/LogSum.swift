import Foundation

/// A sum of positive numbers kept by its logarithm, where the numbers themselves would overflow.
struct LogSum {
    private var largest = -Double.infinity
    private var sum = 0.0

    /// Adds e^logarithm; NaN and −∞ add nothing.
    mutating func add(_ logarithm: Double) {
        guard logarithm > -.infinity else { return }
        if logarithm <= largest {
            sum += exp(logarithm - largest)
        } else {
            sum = sum * exp(largest - logarithm) + 1
            largest = logarithm
        }
    }

    /// The logarithm of the sum; −∞ where nothing was added.
    var value: Double { largest + log(sum) }
}
