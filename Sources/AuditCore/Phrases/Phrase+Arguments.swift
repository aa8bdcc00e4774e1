extension Phrase {
    /// What fills one place of a sentence.
    public struct Argument: Sendable, Hashable {
        /// The place's name.
        public let name: String
        /// What stands there.
        public let value: Value

        /// Fills a place.
        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// What can stand in a place.
    public enum Value: Sendable, Hashable {
        /// A phrase, or words as they were written.
        case phrase(Phrase)
        /// Phrases, joined as the language joins them.
        case list([Phrase], Joint)
        /// A number, written as the language writes it.
        case number(Double, NumberStyle)
        /// A day, `YYYY-MM-DD`, written as the language writes it.
        case day(String)

        /// Words that stand as they were written.
        public static func words(_ text: String) -> Value { .phrase(Phrase(verbatim: text)) }

        /// A count with its thousands separated.
        public static func count(_ count: Int) -> Value { .number(Double(count), .count) }

        /// An estimated count, rounded up to two digits.
        public static func estimate(_ count: Int) -> Value {
            var unit = 1
            while count / unit >= 100 { unit *= 10 }
            return .count((count + unit - 1) / unit * unit)
        }

        /// A whole number as it stands in names, without separators.
        public static func whole(_ number: Int) -> Value { .number(Double(number), .whole) }

        /// Names, joined by commas.
        public static func names(_ names: [String]) -> Value { .list(names.map(Phrase.init(verbatim:)), .comma) }
    }

    /// How the parts of a list are joined.
    public enum Joint: String, Sendable, Hashable, CaseIterable {
        case comma, semicolon, and
        /// A comma and "and", between clauses.
        case clause
        /// A blank, between sentences.
        case sentence
    }

    /// How a number is written.
    public enum NumberStyle: String, Sendable, Hashable, CaseIterable {
        /// Three decimals, four below 0.1; `∞` for infinity.
        case value
        /// A share as a percentage with as many decimals as it has, four at most.
        case percent
        /// A confidence as a percentage with as many decimals as it has, two at most, and never more than it is: 99.996 % is
        /// not 100 %.
        case confidence
        /// A share as a percentage with one decimal.
        case roundedPercent = "rounded-percent"
        /// As many decimals as the number has, three at most.
        case short
        /// Every decimal of the number.
        case full
        /// A whole number with its thousands separated.
        case count
        /// A whole number without separators.
        case whole

        /// A number in English.
        public func text(_ value: Double) -> String { NumberWriter.text(value, self, in: .english) }
    }
}
