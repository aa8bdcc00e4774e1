import AuditCore

/// What an audit left untested, the same in every format.
struct UntestedWords {
    let record: AuditRecord
    let language: Language
    /// Sets a name apart from the words around it.
    var name: (String) -> String = { $0 }
    /// Makes words of the record safe for the format.
    var prose: (String) -> String = { $0 }

    /// One line each: attacks that a gate asks for, attacks that could not run, kinds of attack that did not.
    var lines: [String] {
        let missing = record.judgement.missing.map {
            say(Phrase(key: "untested.required", ["attack": .words(name($0))]))
        }
        let skips = record.skips.map { skip in
            say(Phrase(key: "labelled", ["label": .words(name(skip.id)), "text": .words(prose(say(skip.reason)))]))
        }
        let kinds = record.coverage.filter { !$0.ran }.map { Phrase(verbatim: prose(say($0.kind))) }
        let rest = kinds.isEmpty ? [] : [say(Phrase(key: "untested.kinds", ["kinds": .list(kinds, .comma)]))]
        return missing + skips + rest
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
