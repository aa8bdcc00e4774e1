/// What became of a figure from one audit to a later one.
public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
    /// Significantly less leakage.
    case better
    /// Significantly more leakage.
    case worse
    /// The samples show no difference.
    case noDifference = "no-significant-difference"
    /// There is nothing to test, and the sentence beside it says why.
    case notComparable = "not-comparable"

    /// The words a reader sees.
    public var title: String {
        switch self {
        case .better: "better"
        case .worse: "worse"
        case .noDifference: "no significant difference"
        case .notComparable: "not comparable"
        }
    }
}
