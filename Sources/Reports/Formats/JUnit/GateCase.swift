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

    init(gate: GateResult) {
        let words = GateWords(gate: gate)
        name = "\(gate.gate): \(gate.title)"
        switch (gate.outcome, gate.isWaived) {
        case (.pass, _): (end, kind) = (nil, "")
        case (_, true): (end, kind) = (.skipped, "waived")
        case (.fail, false): (end, kind) = (.failure, gate.severity.rawValue)
        case (.inconclusive, false): (end, kind) = (.error, "inconclusive")
        }
        message = end == .skipped ? (words.waiver ?? gate.sentence.text) : gate.sentence.text
        let parts = [
            words.figures, gate.sentence.text, words.waiver, gate.legalBasis.text, gate.rationale.text,
        ].compactMap(\.self)
        text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        output = words.exact.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    }

    init(missing attack: String) {
        name = "required attack \(attack)"
        end = .error
        kind = "not-run"
        message = "The policy requires \(attack), which did not run."
        text = message + " What did not run says nothing about the model."
        output = "attack: \(attack)\nresult: not-run"
    }

    init(verdict judgement: Judgement) {
        name = "verdict"
        end = judgement.verdict == .pass ? nil : .error
        kind = judgement.verdict.rawValue
        message = judgement.sentence.isEmpty ? "The policy has no gate." : judgement.sentence.text
        text = message
        output = "result: \(judgement.verdict.rawValue)"
    }
}
