/// A sentence with places: `{name}`; `{name, capital}` begins with a capital letter; `{name, bare}` loses a period at its
/// end; `{name, plural, one {…} other {…}}` chooses by a number.
struct PhraseTemplate: Sendable {
    enum Part: Sendable {
        case words(String)
        case place(String)
        case capital(String)
        case bare(String)
        case plural(String, one: PhraseTemplate, other: PhraseTemplate)
    }

    let parts: [Part]

    /// Reads a template; nil where its braces do not make sense.
    init?(_ source: String) {
        var parts: [Part] = []
        var words = ""
        var rest = source[...]
        while let character = rest.first {
            switch character {
            case "{":
                guard let inner = Self.group(&rest), let place = Self.place(inner) else { return nil }
                if !words.isEmpty { parts.append(.words(words)) }
                words = ""
                parts.append(place)
            case "}": return nil
            default: words.append(rest.removeFirst())
            }
        }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
    }

    /// What stands between the braces that begin `rest`, which is left after them.
    private static func group(_ rest: inout Substring) -> Substring? {
        var depth = 0
        for index in rest.indices {
            if rest[index] == "{" { depth += 1 }
            if rest[index] == "}" { depth -= 1 }
            guard depth == 0 else { continue }
            let inner = rest[rest.index(after: rest.startIndex)..<index]
            rest = rest[rest.index(after: index)...]
            return inner
        }
        return nil
    }

    private static func place(_ inner: Substring) -> Part? {
        let pieces = inner.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(trimmed)
        guard let name = pieces.first.map(String.init), !name.isEmpty else { return nil }
        switch (pieces.count, pieces.dropFirst().first) {
        case (1, _): return .place(name)
        case (2, "capital"): return .capital(name)
        case (2, "bare"): return .bare(name)
        case (3, "plural"):
            guard let one = branch("one", pieces[2]), let other = branch("other", pieces[2]) else { return nil }
            return .plural(name, one: one, other: other)
        default: return nil
        }
    }

    /// The branch called `name` of `one {…} other {…}`.
    private static func branch(_ name: String, _ text: Substring) -> PhraseTemplate? {
        var rest = text
        while !rest.isEmpty {
            guard let brace = rest.firstIndex(of: "{") else { return nil }
            let label = trimmed(rest[..<brace])
            rest = rest[brace...]
            guard let inner = group(&rest) else { return nil }
            if label == name { return PhraseTemplate(String(inner)) }
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " }
        let end = start.lastIndex { $0 != " " }
        return end.map { start[...$0] } ?? ""
    }

    /// The names of the places.
    var names: Set<String> {
        parts.reduce(into: []) { names, part in
            switch part {
            case .words: break
            case .place(let name), .capital(let name), .bare(let name): names.insert(name)
            case .plural(let name, let one, let other): names.formUnion([name] + one.names + other.names)
            }
        }
    }

    /// The template without places; nil where it has any.
    var fixed: String? {
        parts.reduce("" as String?) { text, part in
            if case .words(let words) = part { text.map { $0 + words } } else { nil }
        }
    }

    /// The sentence in `language`.
    func filled(_ arguments: [Phrase.Argument], in language: Language) -> String {
        parts.map { part in
            switch part {
            case .words(let words): return words
            case .place(let name): return Self.text(name, arguments, language)
            case .capital(let name):
                let text = Self.text(name, arguments, language)
                return text.prefix(1).uppercased() + text.dropFirst()
            case .bare(let name):
                let text = Self.text(name, arguments, language)
                return text.hasSuffix(".") ? String(text.dropLast()) : text
            case .plural(let name, let one, let other):
                let isSingular = Self.number(name, arguments).map(language.isSingular) ?? false
                return (isSingular ? one : other).filled(arguments, in: language)
            }
        }.joined()
    }

    /// A place that nothing fills shows its name.
    private static func text(_ name: String, _ arguments: [Phrase.Argument], _ language: Language) -> String {
        switch arguments.first(where: { $0.name == name })?.value {
        case .phrase(let phrase): phrase.text(in: language)
        case .list(let phrases, let joint):
            phrases.map { $0.text(in: language) }.joined(separator: language.separator(joint))
        case .number(let value, let style): NumberWriter.text(value, style, in: language)
        case .day(let day): language.day(day)
        case nil: "{\(name)}"
        }
    }

    private static func number(_ name: String, _ arguments: [Phrase.Argument]) -> Double? {
        guard case .number(let value, _) = arguments.first(where: { $0.name == name })?.value else { return nil }
        return value
    }
}
