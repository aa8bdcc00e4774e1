/// Who of the members is most exposed: the head of `exposure.csv`, as the report shows it.
public struct ExposureSheet: Sendable, Hashable {
    /// How the exposed are named.
    public enum Identifiers: String, Sendable, Hashable, Codable, CaseIterable {
        /// By their rows in the members' set: no subject is named in the data.
        case rows
        /// By a pseudonym of each subject, a keyed hash.
        case pseudonyms
        /// By the subjects' own identifiers, because this was asked for.
        case raw
    }

    /// One subject, or one record where subjects are not named.
    public struct Subject: Sendable, Hashable {
        /// The place in the list, from 1.
        public let rank: Int
        /// The pseudonym, the identifier, or `row` and its number.
        public let name: Phrase
        /// Records of the subject among the members.
        public let records: Int
        /// The attack whose evidence is strongest.
        public let attack: String
        /// Its approach.
        public let approach: Approach
        /// Records per its shadow training set; 0 where there is no shadow model.
        public let shadowSize: Int
        /// The row of the worst record in the members' set, from 0.
        public let row: Int
        /// That record's score, averaged over repeats; higher means more likely a member.
        public let score: Double
        /// p-value of "not a member", over the subject's records and the attacks (Bonferroni), in (0, 1].
        public let p: Double
        /// p after Benjamini and Hochberg over all listed, in (0, 1].
        public let q: Double

        /// Records one row of the list.
        public init(
            rank: Int,
            name: Phrase,
            records: Int,
            attack: String,
            approach: Approach,
            shadowSize: Int,
            row: Int,
            score: Double,
            p: Double,
            q: Double
        ) {
            self.rank = rank
            self.name = name
            self.records = records
            self.attack = attack
            self.approach = approach
            self.shadowSize = shadowSize
            self.row = row
            self.score = score
            self.p = p
            self.q = q
        }
    }

    /// How the exposed are named.
    public let identifiers: Identifiers
    /// How many subjects, or records, were looked at.
    public let count: Int
    /// How many an adversary could name with the false discovery rate at `level`.
    public let named: Int
    /// The false discovery rate.
    public let level: Double
    /// The first of the list.
    public let head: [Subject]

    /// Records the list's head.
    public init(identifiers: Identifiers, count: Int, named: Int, level: Double, head: [Subject]) {
        self.identifiers = identifiers
        self.count = count
        self.named = named
        self.level = level
        self.head = head
    }
}
