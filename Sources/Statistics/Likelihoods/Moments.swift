/// Number, mean and spread of a few values, from which one can be taken out again.
public struct Moments: Sendable, Hashable {
    /// Number of values n.
    public private(set) var count = 0
    /// Their mean; 0 without any.
    public private(set) var mean = 0.0
    /// Σ (x − mean)².
    public private(set) var squares = 0.0

    /// No values yet.
    public init() {}

    /// Adds a value (Welford 1962).
    public mutating func add(_ value: Double) {
        count += 1
        let step = value - mean
        mean += step / Double(count)
        squares += step * (value - mean)
    }

    /// The same without one of the values that were added.
    public func removing(_ value: Double) -> Moments {
        guard count > 1 else { return Moments() }
        var rest = self
        rest.count -= 1
        rest.mean = (mean * Double(count) - value) / Double(rest.count)
        rest.squares = max(0, squares - (value - mean) * (value - rest.mean))
        return rest
    }

    /// The standard deviation with n − 1; nil for fewer than two values.
    public var standardDeviation: Double? { count > 1 ? (squares / Double(count - 1)).squareRoot() : nil }
}
