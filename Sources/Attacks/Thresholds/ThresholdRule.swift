import Statistics

/// How a threshold is chosen among the values seen on shadow records.
public enum ThresholdRule: String, Sendable, Hashable, CaseIterable {
    /// Largest mean of the true-positive and the true-negative rate (Song and Mittal 2021, section 3.2).
    case balanced
    /// Most right decisions (TransMIA, section 4.3, E2).
    case count

    /// τ for values where lower means more likely a member; −∞, which calls nobody a member, without any value.
    func threshold(members: [Double], nonMembers: [Double]) -> Double {
        switch self {
        case .balanced:
            ThresholdChoice.largestBalancedAccuracy(members: members, nonMembers: nonMembers)?.threshold ?? -.infinity
        case .count:
            ThresholdChoice.mostRightDecisions(members: members, nonMembers: nonMembers)?.threshold ?? -.infinity
        }
    }
}
