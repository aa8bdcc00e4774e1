/// One number of a defence that can be set.
public struct CountermeasureParameter: Sendable, Hashable {
    /// The name used in manifests.
    public let name: String
    /// The value where nobody says otherwise.
    public let standard: Double
    /// The values that make sense.
    public let range: ClosedRange<Double>
    /// Whether it is a whole number.
    public let isWhole: Bool

    /// Describes a number.
    init(_ name: String, _ standard: Double, in range: ClosedRange<Double>, isWhole: Bool = false) {
        self.name = name
        self.standard = standard
        self.range = range
        self.isWhole = isWhole
    }

    /// A value as manifests and lists write it: a whole number without its point.
    public static func text(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }

    /// The value when it is one that makes sense; nil otherwise.
    public func checked(_ value: Double) -> Double? {
        range.contains(value) && (!isWhole || value == value.rounded()) ? value : nil
    }
}
