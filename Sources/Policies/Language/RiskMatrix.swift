import AuditCore

/// Which level of risk a likelihood and a severity make together.
public struct RiskMatrix: Sendable, Hashable {
    /// Levels by severity (from low to critical), each by likelihood (from negligible to maximum).
    public let rows: [[RiskLevel]]

    /// The matrix that holds where a policy gives none. The four steps are those of the CNIL's PIA method, which leaves
    /// their combination to the controller; the combination is LayerAudit's.
    public static let standard = RiskMatrix(
        unchecked: [
            [.negligible, .negligible, .limited, .limited],
            [.negligible, .limited, .limited, .significant],
            [.limited, .limited, .significant, .maximum],
            [.limited, .significant, .maximum, .maximum],
        ]
    )

    private init(unchecked rows: [[RiskLevel]]) { self.rows = rows }

    /// A matrix of four rows of four levels; nil for other sizes, and where a graver severity or a higher likelihood
    /// would lower the risk.
    public init?(rows: [[RiskLevel]]) {
        let size = RiskLevel.allCases.count
        guard rows.count == size, rows.allSatisfy({ $0.count == size }) else { return nil }
        let across = rows.allSatisfy { row in zip(row, row.dropFirst()).allSatisfy { $0 <= $1 } }
        let down = zip(rows, rows.dropFirst()).allSatisfy { upper, lower in zip(upper, lower).allSatisfy { $0 <= $1 } }
        guard across, down else { return nil }
        self.rows = rows
    }

    /// The level.
    public func level(likelihood: RiskLevel, severity: Severity) -> RiskLevel {
        rows[RiskLevel(severity).step - 1][likelihood.step - 1]
    }

    /// The risk with its level.
    public func risk(likelihood: RiskLevel, severity: Severity) -> Risk {
        Risk(likelihood: likelihood, severity: severity, level: level(likelihood: likelihood, severity: severity))
    }
}
