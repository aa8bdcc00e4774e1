import AuditCore

/// A circumstance that makes every gate's failure graver by one step.
public enum SeverityRule: Sendable, Hashable {
    /// The training data are of any of these categories.
    case dataCategories([DataCategory])
    /// The layers go to any of these.
    case releases([ReleaseContext])

    /// Whether the rule applies in `context`.
    public func applies(in context: AuditContext) -> Bool {
        switch self {
        case .dataCategories(let categories):
            context.dataCategories.compactMap(DataCategory.init(named:)).contains(where: categories.contains)
        case .releases(let releases): releases.contains(context.release)
        }
    }
}
