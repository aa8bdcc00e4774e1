/// Numbers as XML Schema writes them.
enum NumberText {
    /// The shortest decimal that reads back as the same double; INF, -INF and NaN as xs:double has them.
    static func of(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-INF" : "INF" }
        return "\(value)"
    }

    /// As above; nil where there is no number to write.
    static func of(_ value: Double?) -> String? {
        guard let value, !value.isNaN else { return nil }
        return of(value)
    }

    /// A count; a negative one, which no count can be, as 0.
    static func of(_ value: Int) -> String { "\(max(0, value))" }

    /// A count; nil where there is none.
    static func of(_ value: Int?) -> String? {
        guard let value else { return nil }
        return of(value) as String
    }

    /// A truth value.
    static func of(_ value: Bool) -> String { value ? "true" : "false" }
}
