import Testing

@testable import AuditCore

/// How phrases are said.
@Suite("phrases")
struct PhraseTests {
    @Test("numbers are written as the language writes them")
    func numbers() {
        let number = { (value: Double, style: Phrase.NumberStyle, language: Language) in
            Phrase(key: "number", ["number": .number(value, style)]).text(in: language)
        }
        #expect(number(1234.5, .full, .english) == "1234.5")
        #expect(number(0.05, .value, .german) == "0,0500")
        #expect(number(0.6634, .value, .french) == "0,663")
        #expect(number(0.95, .percent, .english) == "95 %")
        #expect(number(0.95, .percent, .french) == "95\u{A0}%")
        #expect(number(0.95, .confidence, .english) == "95 %" && number(0.975, .confidence, .english) == "97.5 %")
        #expect(number(1 - 0.05 / 30, .confidence, .german) == "99,83\u{A0}%")
        // Never more than it is, and no division makes 99 % of 0.9900000000000001 less.
        #expect(number(0.99996, .confidence, .english) == "99.99 %")
        #expect(number(1 - 0.01, .confidence, .english) == "99 %")
        #expect(number(0.9664, .roundedPercent, .german) == "96,6\u{A0}%")
        #expect(number(12345, .count, .english) == "12,345")
        #expect(number(12345, .count, .french) == "12\u{202F}345")
        #expect(number(1_234_567, .count, .german) == "1.234.567")
        #expect(number(12345, .whole, .german) == "12345")
        #expect(number(.infinity, .value, .german) == "∞")
        #expect(number(0.5, .short, .french) == "0,5")
    }

    @Test("days are written as the language writes them, and no other text is")
    func days() {
        let phrase = { Phrase(key: "finding.expired-waiver", ["approver": .words("N."), "expires": .day($0)]) }
        #expect(phrase("2027-01-31").text.contains("2027-01-31"))
        #expect(phrase("2027-01-31").text(in: .french).contains("31/01/2027"))
        #expect(phrase("2027-01-31").text(in: .german).contains("31.01.2027"))
        #expect(phrase("soon").text(in: .german).contains("soon"))
    }

    @Test("a count takes the singular where the language has it", arguments: [(0, 1, 0), (1, 1, 1), (2, 0, 0)])
    func plurals(count: Int, french: Int, german: Int) {
        let phrase = Phrase(key: "verdict.failed", ["count": .whole(count), "total": .whole(4), "gates": .names([])])
        #expect(phrase.text(in: .french).contains("critère sur") == (french == 1))
        #expect(phrase.text(in: .german).contains(") ist ") == (german == 1))
        #expect(phrase.text.contains(") is ") == (count == 1))
    }

    @Test("sentences begin with a capital and end with one period, whatever the language")
    func sentences() {
        let inner = Phrase(key: "check.blind-classifier-nothing")
        let check = Phrase(key: "gate.failed-check", ["check": .words("x"), "sentence": .phrase(inner)])
        let checks = Phrase(key: "gate.failed-checks", ["checks": .list([check, check], .clause)])
        let whole = Phrase(key: "sentence", ["parts": .list([checks, checks], .semicolon)])
        for language in Language.allCases {
            let text = whole.text(in: language)
            #expect(text.first?.isUppercase == true && text.hasSuffix(").") && !text.contains(".)"), "\(text)")
        }
        #expect(whole.text(in: .french).contains("\u{A0}; "))
    }

    @Test("words that somebody wrote are the same in every language")
    func verbatim() {
        for language in Language.allCases { #expect(Phrase("members {count}").text(in: language) == "members {count}") }
        #expect(Phrase(policyText: "AUC").key == nil)
        #expect(Phrase(policyText: "No evidence of a large privacy loss").key == "policy.gdpr-baseline.epsilon.title")
    }

    @Test("an unknown key says itself, and keeps the words a record has for it")
    func unknown() {
        #expect(Phrase(key: "no.such").text == "no.such")
        #expect(Phrase(key: "no.such", arguments: [], text: "As it was.").text(in: .german) == "As it was.")
    }

    @Test("a place that nothing fills shows its name")
    func unfilled() { #expect(Phrase(key: "number").text == "{number}") }

    @Test(
        "templates whose braces make no sense are refused",
        arguments: ["{", "}", "{}", "{a, b}", "{a, plural, one {x}}"]
    )
    func malformed(_ template: String) { #expect(PhraseTemplate(template) == nil) }
}
