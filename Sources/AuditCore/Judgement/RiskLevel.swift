/// The four steps on which a data protection impact assessment places likelihood, severity and risk.
///
/// They are the steps of the CNIL's PIA method ("Knowledge bases", scales for severity and likelihood).
public enum RiskLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case negligible, limited, significant, maximum

    /// Orders from negligible to maximum.
    public static func < (left: RiskLevel, right: RiskLevel) -> Bool { left.step < right.step }

    /// The step as a number, from 1 (negligible) to 4 (maximum), as PIA files have it.
    public var step: Int {
        switch self {
        case .negligible: 1
        case .limited: 2
        case .significant: 3
        case .maximum: 4
        }
    }

    /// The step of the DPIA scale that a severity stands for: low is negligible, critical is maximum.
    public init(_ severity: Severity) {
        switch severity {
        case .low: self = .negligible
        case .medium: self = .limited
        case .high: self = .significant
        case .critical: self = .maximum
        }
    }
}
