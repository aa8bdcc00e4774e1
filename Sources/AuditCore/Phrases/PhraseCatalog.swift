/// LayerAudit's sentences in every language: the files of `Languages`, with the same keys in each language.
///
/// `record` has what an audit says, `attacks` what attacks and countermeasures say of themselves, `policies` the texts of
/// the shipped policies, `formats` what report formats say around them. A file holds one entry per line, `key = sentence`;
/// a line that begins with a blank goes on with the entry before it, and one that begins with `#` is a comment.
/// `PhraseTemplate` says what can stand in braces.
public enum PhraseCatalog {
    private static let english = read(
        PackageResources.record_en_txt + PackageResources.attacks_en_txt + PackageResources.policies_en_txt
            + PackageResources.formats_en_txt
    )
    private static let french = read(
        PackageResources.record_fr_txt + PackageResources.attacks_fr_txt + PackageResources.policies_fr_txt
            + PackageResources.formats_fr_txt
    )
    private static let german = read(
        PackageResources.record_de_txt + PackageResources.attacks_de_txt + PackageResources.policies_de_txt
            + PackageResources.formats_de_txt
    )
    private static let policies = Dictionary(
        english.filter { $0.key.hasPrefix("policy.") }.compactMap { entry in entry.value.fixed.map { ($0, entry.key) }
        },
        uniquingKeysWith: min
    )

    /// The keys of one language.
    public static func keys(in language: Language) -> Set<String> { Set(entries(language).keys) }

    /// The names of the places of an entry; nil where the language lacks it.
    public static func places(of key: String, in language: Language) -> Set<String>? {
        entries(language)[key]?.names
    }

    /// The key of the shipped policies' text that is `text` in English; nil without one.
    public static func key(ofPolicyText text: String) -> String? { policies[text] }

    /// The sentence of an entry; nil where the language lacks it.
    static func say(_ key: String, _ arguments: [Phrase.Argument], in language: Language) -> String? {
        entries(language)[key]?.filled(arguments, in: language)
    }

    private static func entries(_ language: Language) -> [String: PhraseTemplate] {
        switch language {
        case .english: english
        case .french: french
        case .german: german
        }
    }

    /// Entries that make no sense, or that stand twice, are left out, which a test would notice.
    private static func read(_ bytes: [UInt8]) -> [String: PhraseTemplate] {
        var entries: [(key: String, sentence: String)] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix(" ") {
                let more = line.drop { $0 == " " }
                if let last = entries.popLast() { entries.append((last.key, last.sentence + " " + more)) }
            } else if let sign = line.firstRange(of: " = ") {
                entries.append((String(line[..<sign.lowerBound]), String(line[sign.upperBound...])))
            }
        }
        return Dictionary(entries.map { ($0.key, PhraseTemplate($0.sentence)) }, uniquingKeysWith: { _, _ in nil })
            .compactMapValues(\.self)
    }
}
