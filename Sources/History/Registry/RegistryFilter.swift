import GRDB

/// Which audits of a registry are meant.
public struct RegistryFilter: Sendable, Hashable {
    /// A part of the title, in any case.
    public var title: String?
    /// The model's name, or the start of its digest.
    public var model: String?
    /// The policy's id.
    public var policy: String?
    /// The verdict.
    public var verdict: String?
    /// The first day, `YYYY-MM-DD` in UTC.
    public var since: String?
    /// The last day, `YYYY-MM-DD` in UTC.
    public var until: String?
    /// The newest so many; nil for all.
    public var limit: Int?

    /// Means every audit.
    public init() {}

    /// The audits meant, the oldest first.
    var request: QueryInterfaceRequest<RegistryAudit> {
        typealias Column = GRDB.Column
        var request = RegistryAudit.all()
        if let title {
            let pattern = title.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
            request = request.filter(Column("title").like("%\(pattern)%", escape: "\\"))
        }
        if let model {
            let start = model.lowercased()
            let isDigest = start.count >= 6 && start.allSatisfy(\.isHexDigit)
            let named = Column("model") == model
            request = request.filter(
                isDigest ? named || (Column("modelDigest") >= start && Column("modelDigest") < start + "g") : named
            )
        }
        if let policy { request = request.filter(Column("policy") == policy) }
        if let verdict { request = request.filter(Column("verdict") == verdict) }
        if let since { request = request.filter(Column("finished") >= since) }
        if let until { request = request.filter(Column("finished") < until + "U") }
        return request.order(Column("finished").desc, Column("number").desc)
    }
}
