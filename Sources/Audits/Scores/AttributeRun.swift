import AuditCore

/// One attack on the training population as a whole under one approach, with what it said of every shadow world.
public struct AttributeRun: Sendable {
    /// The attack's id.
    public let attack: String
    /// How the recipient uses the transferred layers.
    public let approach: Approach
    /// Records per world.
    public let size: Int
    /// One score per world; higher = more likely rich in the value.
    public let scores: [Double]
    /// The part of each world: scores of one part have one scale.
    public let parts: [Int]
    /// Whether each world is rich in the value.
    public let isRich: [Bool]
    /// The audited model's score; from 0, the adversary says that the value made up most of its training set.
    public let attacked: Double
    /// Whether the adversary learned from the worlds.
    public let learns: Bool

    /// Scores of the rich and of the poor worlds, part by part.
    var sides: [(rich: [Double], poor: [Double])] {
        Set(parts).sorted().map { part in
            let own = scores.indices.filter { parts[$0] == part }
            return (own.filter { isRich[$0] }.map { scores[$0] }, own.filter { !isRich[$0] }.map { scores[$0] })
        }
    }
}
