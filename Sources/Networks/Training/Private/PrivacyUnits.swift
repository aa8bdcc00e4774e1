import Tensors

/// What is protected as one: a record, or all records of a person.
public struct PrivacyUnits: Sendable, Hashable {
    /// The rows of each unit.
    public let rows: [[Int]]
    /// Whether units are persons.
    public let arePersons: Bool

    /// Each record for itself.
    public static func records(_ count: Int) -> PrivacyUnits {
        PrivacyUnits(rows: (0..<count).map { [$0] }, arePersons: false)
    }

    /// All records of a person together.
    ///
    /// - Parameter persons: whose each record is, in the records' order; persons are numbered as they first appear.
    public static func persons<Person: Hashable>(_ persons: [Person]) -> PrivacyUnits {
        var places: [Person: Int] = [:]
        var rows: [[Int]] = []
        for (row, person) in persons.enumerated() {
            let place = places[person, default: rows.count]
            if place == rows.count {
                places[person] = place
                rows.append([])
            }
            rows[place].append(row)
        }
        return PrivacyUnits(rows: rows, arePersons: true)
    }

    /// N, the number of units.
    public var count: Int { rows.count }

    /// The rows that some units bring into a step: of each unit so many at most, drawn anew in each step.
    func drawn(_ units: [Int], most: Int, generator: inout SeededGenerator) -> [[Int]] {
        units.map { unit in
            let own = rows[unit]
            guard own.count > most else { return own }
            var order = own
            generator.shuffle(&order)
            return order.prefix(most).sorted()
        }
    }
}
