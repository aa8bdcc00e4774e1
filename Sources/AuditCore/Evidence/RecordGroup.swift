/// A part of the audited records over which a figure was taken.
public struct RecordGroup: Sendable, Hashable, CustomStringConvertible {
    /// What the records of a group have in common.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Their class.
        case `class`
    }

    /// What they have in common.
    public let kind: Kind
    /// Which one it is, such as the class's name.
    public let name: String

    /// Names a group.
    public init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }

    /// `class 'name'`, as reports say it.
    public var phrase: Phrase { Phrase(key: "group.\(kind.rawValue)", ["name": .words(name)]) }

    /// `class 'name'`.
    public var description: String { "\(kind.rawValue) '\(name)'" }
}
