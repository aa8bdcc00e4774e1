/// Whose record each is, for attacks that look at all records of a person at once.
public struct SubjectGroups: Sendable, Hashable {
    /// The subject of each query, as a number.
    public let queries: [Int]
    /// The subject of each shadow record, by the record's number.
    public let records: [Int]

    /// Numbers the subjects of the audited records and of the adversary's.
    ///
    /// - Parameters:
    ///   - queries: names, in the order of the queries.
    ///   - records: names, shadow training records first.
    public init(queries: [String], records: [String]) {
        var known: [String: Int] = [:]
        func numbers(_ names: [String]) -> [Int] {
            names.map { name in
                let number = known[name, default: known.count]
                known[name] = number
                return number
            }
        }
        self.queries = numbers(queries)
        self.records = numbers(records)
    }

    private init(queries: [Int], records: [Int]) {
        self.queries = queries
        self.records = records
    }

    /// The same subjects for some of the queries, in the given order.
    func picking(_ rows: [Int]) -> SubjectGroups { SubjectGroups(queries: rows.map { queries[$0] }, records: records) }
}
