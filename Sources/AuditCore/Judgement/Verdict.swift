/// What the whole audit says, and the exit code that says the same to a pipeline.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every gate passes.
    case pass
    /// A gate fails.
    case fail
    /// No gate fails but one is inconclusive.
    case inconclusive
    /// The audit could not be completed: a required attack did not run, or there is no gate.
    case incomplete

    /// DESIGN.md section 8.
    public var exitCode: Int32 {
        switch self {
        case .pass: 0
        case .fail: 1
        case .incomplete: 2
        case .inconclusive: 3
        }
    }
}
