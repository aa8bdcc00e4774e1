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

    /// The words a reader sees.
    public var title: Phrase { Phrase(key: "verdict-name.\(rawValue)") }

    /// The verdict that stands for several audits: a measured failure outranks an incomplete audit, which outranks an
    /// inconclusive one; pass for none.
    public static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
        verdicts.max { $0.rank < $1.rank } ?? .pass
    }

    private var rank: Int {
        switch self {
        case .pass: 0
        case .inconclusive: 1
        case .incomplete: 2
        case .fail: 3
        }
    }

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
