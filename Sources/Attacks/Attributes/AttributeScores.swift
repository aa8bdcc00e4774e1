/// What an attack on the source training population says.
public struct AttributeScores: Sendable, Hashable {
    /// One score per world; higher = more likely rich in the value.
    public let worlds: [Double]
    /// The part of each world: scores of one part have one scale, and what they rest on was learned from other parts.
    public let parts: [Int]
    /// The audited model's score.
    public let attacked: Double

    /// Collects scores.
    public init(worlds: [Double], parts: [Int], attacked: Double) {
        self.worlds = worlds
        self.parts = parts
        self.attacked = attacked
    }
}
