import AuditCore

/// Holds the audit of an exported file against the row that the file was chosen by.
public enum RowCheck {
    /// What differs, in words; nil where the record says of the strongest attack what the row does.
    public static func difference(_ row: CountermeasureTrial, _ record: AuditRecord) -> String? {
        guard let strongest = row.leakage.first(where: { $0.adversary == .any }) else { return nil }
        let found = record.measurements.filter {
            $0.statistic == .auc && $0.group == nil && $0.population == .source && $0.attack == strongest.attack
                && $0.approach == strongest.approach
        }
        .compactMap(\.value)
        guard !found.contains(where: { abs($0 - strongest.auc) < 1e-6 }) else { return nil }
        return "the audit of the file does not repeat the row of '\(row.id)': \(strongest.attack) has the AUC "
            + "\(strongest.auc) there and \(found.max().map { "\($0)" } ?? "none") here"
    }
}
