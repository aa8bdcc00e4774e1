import AuditCore

/// What the audit can answer, and what must be remarked.
struct PIAAnswers {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String
    let language: Language

    private var judgement: Judgement { record.judgement }

    /// The answers by the questions' numbers; one that would say nothing is left out.
    var all: [PIAAnswer] {
        let texts = [
            (111, study), (112, parties), (113, references), (121, data), (122, lifeCycle), (123, assets),
            (213, minimisation), (227, transfers),
        ]
        let answers = texts.filter { !$0.1.isEmpty }.map { PIAAnswer(question: $0.0, text: $0.1) }
        let risk = PIARisk(record: record, language: language)
        return answers + [
            PIAAnswer(question: 321, gauge: nil, list: risk.impacts),
            PIAAnswer(question: 322, gauge: nil, list: risk.threats),
            PIAAnswer(question: 323, gauge: nil, list: risk.sources),
            PIAAnswer(question: 325, text: risk.severityText, gauge: risk.severity),
            PIAAnswer(question: 326, text: risk.likelihoodText, gauge: risk.likelihood),
        ]
    }

    private var study: String {
        let exitCode = Phrase(key: "exit-code", ["code": .whole(Int(judgement.verdict.exitCode))])
        let file = Phrase.Value.words("report.xml")
        return paragraph(
            Phrase(
                key: "pia.study",
                [
                    "title": .words(record.title), "cut": .words(record.model.cut),
                    "model": .words(record.model.name),
                ]
            )
        )
            + paragraph(
                Phrase(
                    key: "pia.audit",
                    [
                        "verdict": .phrase(judgement.verdict.title), "exitCode": .phrase(exitCode),
                        "sentence": .phrase(judgement.sentence),
                    ]
                )
            ) + paragraph(Phrase(key: "pia.record", ["file": file, "digest": .words(digest)]))
    }

    private var parties: String {
        let context = record.context
        let known = [
            context.controller.map { Phrase(key: "pia.controller", ["name": .words($0)]) },
            context.recipient.map { Phrase(key: "pia.recipient", ["name": .words($0)]) },
        ].compactMap(\.self)
        let release = Phrase(key: "pia.release", ["release": .phrase(context.release.title)])
        return known.isEmpty ? "" : list(known + [release])
    }

    private var references: String {
        let policy = judgement.policy
        guard !policy.id.isEmpty else { return "" }
        return paragraph(
            Phrase(
                key: "pia.policy",
                ["id": .words(policy.id), "title": .phrase(policy.title), "purpose": .phrase(policy.purpose)]
            )
        ) + paragraph(Phrase(key: "pia.limits", ["limits": .phrase(policy.limits)]))
            + list(
                judgement.gates.map { gate in
                    Phrase(
                        key: "pia.gate",
                        ["gate": .words(gate.gate), "title": .phrase(gate.title), "basis": .phrase(gate.legalBasis)]
                    )
                }
            )
    }

    private var data: String {
        let categories = record.context.categoryTitles
        let stated =
            categories.isEmpty
            ? Phrase(key: "pia.no-categories")
            : Phrase(key: "pia.categories", ["categories": .list(categories, .comma)])
        return paragraph(stated)
            + list(
                record.data.map { set in
                    Phrase(
                        key: "pia.data",
                        [
                            "role": .phrase(set.roleTitle), "source": .words(set.source),
                            "records": count(set.records), "shape": .words(set.shape),
                        ]
                    )
                }
            )
    }

    private var lifeCycle: String {
        let model = record.model
        return list([
            Phrase(key: "pia.trained", ["format": .words(model.format)]),
            Phrase(
                key: "pia.cut",
                [
                    "cut": .words(model.cut), "shared": count(model.transferredParameters),
                    "all": count(model.parameters),
                ]
            ),
            record.context.recipient.map { Phrase(key: "pia.builds", ["recipient": .words($0)]) }
                ?? Phrase(key: "pia.somebody-builds"),
        ])
    }

    private var assets: String {
        list(
            record.provenance.files.map { file in
                Phrase(
                    key: "pia.file",
                    [
                        "role": .phrase(file.roleTitle), "name": .words(file.name), "bytes": count(file.bytes),
                        "digest": .words(file.sha256),
                    ]
                )
            }
        )
    }

    private var minimisation: String {
        let layers = record.model.layers
        guard !layers.isEmpty else { return "" }
        let shared = layers.filter(\.isTransferred).count
        let beyond = record.transferred.filter { $0.result == .beyondCut }.map(\.layer)
        let text = Phrase(key: "pia.layers", ["shared": count(shared), "count": count(layers.count)])
        let surplus = Phrase(key: "pia.beyond-cut", ["layers": .names(beyond)])
        return paragraph(beyond.isEmpty ? text : .sentences([text, surplus]))
    }

    private var transfers: String {
        record.context.recipientOutsideEEA.map { isOutside in
            paragraph(Phrase(key: isOutside ? "pia.outside-eea" : "pia.inside-eea"))
        } ?? ""
    }

    /// What a reader of the likelihood must not overlook.
    var comments: [(question: Int, text: String)] {
        let untested = UntestedWords(record: record, language: language).lines.map {
            $0.hasSuffix(".") ? $0 : $0 + "."
        }
        let waivers = judgement.gates.compactMap { gate in
            GateWords(gate: gate, in: language).waiver.map { waiver in
                say(Phrase(key: "pia.waiver", ["gate": .words(gate.gate), "waiver": .words(waiver)]))
            }
        }
        return [(Phrase(key: "pia.untested"), untested), (Phrase(key: "pia.waivers"), waivers)]
            .filter { !$0.1.isEmpty }
            .map { (326, PIAText.escaped(([say($0.0)] + $0.1).joined(separator: "\n"))) }
    }

    private func count(_ count: Int) -> Phrase.Value { ShortNumber.count(count, in: language) }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private func paragraph(_ phrase: Phrase) -> String { PIAText.paragraph(say(phrase)) }

    private func list(_ phrases: [Phrase]) -> String { PIAText.list(phrases.map(say)) }
}
