import AuditCore

/// One difference between two policies.
public struct PolicyChange: Sendable, Hashable, CustomStringConvertible {
    /// Which way it goes.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, removed, tightened, loosened
        /// Neither more nor less is asked, such as a new title.
        case reworded
        /// What is asked is another thing, which is neither more nor less.
        case changed
    }

    /// What it is about.
    public enum Subject: Sendable, Hashable {
        case gate(String)
        case attack(AttackReference)
        case waiver(String)
        case sample, severity, matrix, text

        /// Whether having it asks more of an audit; a waiver asks less.
        var isDemand: Bool {
            if case .waiver = self { false } else { true }
        }
    }

    /// Which way it goes.
    public let kind: Kind
    /// What it is about.
    public let subject: Subject
    /// What became of what, as the end of a sentence; empty where kind and subject say all.
    public let sentence: String

    /// Records a difference.
    init(_ kind: Kind, _ subject: Subject, _ sentence: String = "") {
        self.kind = kind
        self.subject = subject
        self.sentence = sentence
    }

    /// Whether the newer policy asks less in this, or may: what cannot be compared counts as weaker.
    public var isWeaker: Bool {
        switch kind {
        case .loosened, .changed: true
        case .removed: subject.isDemand
        case .added: !subject.isDemand
        case .tightened, .reworded: false
        }
    }

    /// The subject, which way it goes, and what became of what.
    public var description: String { "\(subject.title) \(kind.rawValue)" + (sentence.isEmpty ? "" : ": \(sentence)") }
}

extension PolicyChange.Subject {
    /// What it is about, as reports say it.
    var phrase: Phrase {
        switch self {
        case .gate(let id): Phrase(key: "policy.subject.gate", ["name": .words(id)])
        case .attack(let reference): Phrase(key: "policy.subject.attack", ["name": .words("\(reference)")])
        case .waiver(let gate): Phrase(key: "policy.subject.waiver", ["name": .words(gate)])
        case .sample: Phrase(key: "policy.subject.sample")
        case .severity: Phrase(key: "policy.subject.severity")
        case .matrix: Phrase(key: "policy.subject.matrix")
        case .text: Phrase(key: "policy.subject.text")
        }
    }

    /// The words a reader sees.
    var title: String {
        switch self {
        case .gate(let id): "gate '\(id)'"
        case .attack(let reference): "required attack \(reference)"
        case .waiver(let gate): "waiver of '\(gate)'"
        case .sample: "smallest sample"
        case .severity: "severity rules"
        case .matrix: "risk matrix"
        case .text: "policy text"
        }
    }
}
