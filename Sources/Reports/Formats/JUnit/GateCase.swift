import AuditCore

/// One test case.
struct GateCase {
    /// How a test case ends that does not pass; the name of its element.
    enum End: String {
        case failure, error, skipped
    }

    let name: String
    /// Nil for a pass.
    let end: End?
    /// What a viewer groups by: the severity of a failure, `inconclusive`, `waived`, `not-run`.
    let kind: String
    let message: String
    let text: String
    /// The numbers in full precision, one a line.
    let output: String

    init(gate: GateResult, in language: Language) {
        let words = GateWords(gate: gate, in: language)
        let sentence = gate.sentence.text(in: language)
        name = "\(gate.gate): \(gate.title.text(in: language))"
        switch (gate.outcome, gate.isWaived) {
        case (.pass, _): (end, kind) = (nil, "")
        case (_, true): (end, kind) = (.skipped, "waived")
        case (.fail, false): (end, kind) = (.failure, gate.severity.rawValue)
        case (.inconclusive, false): (end, kind) = (.error, "inconclusive")
        }
        message = end == .skipped ? (words.waiver ?? sentence) : sentence
        let parts = [
            words.figures, sentence, words.waiver, gate.legalBasis.text(in: language),
            gate.rationale.text(in: language),
        ].compactMap(\.self)
        text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        output = words.exact.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    }

    init(missing attack: String, in language: Language) {
        let place: KeyValuePairs<String, Phrase.Value> = ["attack": .words(attack)]
        name = Phrase(key: "pipeline.attack", place).text(in: language)
        end = .error
        kind = "not-run"
        message = Phrase(key: "untested.attack", place).text(in: language)
        text = message + " " + Phrase(key: "untested.says-nothing").text(in: language)
        output = "attack: \(attack)\nresult: not-run"
    }

    init(verdict judgement: Judgement, in language: Language) {
        name = "verdict"
        end = judgement.verdict == .pass ? nil : .error
        kind = judgement.verdict.rawValue
        message = (judgement.sentence.isEmpty ? Phrase(key: "gate.no-gate") : judgement.sentence).text(in: language)
        text = message
        output = "result: \(judgement.verdict.rawValue)"
    }
}
