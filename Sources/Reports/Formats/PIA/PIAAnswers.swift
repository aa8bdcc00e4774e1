import AuditCore

/// What the audit can answer, and what must be remarked.
struct PIAAnswers {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String

    private var judgement: Judgement { record.judgement }

    /// The answers by the questions' numbers; one that would say nothing is left out.
    var all: [PIAAnswer] {
        let texts = [
            (111, study), (112, parties), (113, references), (121, data), (122, lifeCycle), (123, assets),
            (213, minimisation), (227, transfers),
        ]
        let answers = texts.filter { !$0.1.isEmpty }.map { PIAAnswer(question: $0.0, text: $0.1) }
        let risk = PIARisk(record: record)
        return answers + [
            PIAAnswer(question: 321, gauge: nil, list: risk.impacts),
            PIAAnswer(question: 322, gauge: nil, list: risk.threats),
            PIAAnswer(question: 323, gauge: nil, list: risk.sources),
            PIAAnswer(question: 325, text: risk.severityText, gauge: risk.severity),
            PIAAnswer(question: 326, text: risk.likelihoodText, gauge: risk.likelihood),
        ]
    }

    private var study: String {
        PIAText.paragraph("\(record.title): sharing of the layers up to \(record.model.cut) of \(record.model.name).")
            + PIAText.paragraph(
                "Audit of what these layers tell about who was in the training data. Verdict: "
                    + "\(judgement.verdict.rawValue) (exit code \(judgement.verdict.exitCode)). \(judgement.sentence)"
            ) + PIAText.paragraph("Record of the audit: report.xml, SHA-256 \(digest).")
    }

    private var parties: String {
        let context = record.context
        let known = [
            context.controller.map { "Controller: \($0)" }, context.recipient.map { "Recipient: \($0)" },
        ].compactMap(\.self)
        return known.isEmpty ? "" : PIAText.list(known + ["Release: \(context.release.rawValue)"])
    }

    private var references: String {
        let policy = judgement.policy
        guard !policy.id.isEmpty else { return "" }
        return PIAText.paragraph("Policy \(policy.id): \(policy.title). \(policy.purpose)")
            + PIAText.paragraph("What it does not cover: \(policy.limits)")
            + PIAText.list(judgement.gates.map { "\($0.gate): \($0.title). \($0.legalBasis)" })
    }

    private var data: String {
        let categories = record.context.dataCategories
        let stated =
            categories.isEmpty ? "Categories not stated." : "Categories: \(categories.joined(separator: ", "))."
        return PIAText.paragraph(stated)
            + PIAText.list(record.data.map { "\($0.role): \($0.source), \($0.records) records of shape \($0.shape)" })
    }

    private var lifeCycle: String {
        let recipient = record.context.recipient ?? "the recipient"
        return PIAText.list([
            "The source model (\(record.model.format)) is trained on the members.",
            "It is cut after \(record.model.cut): \(record.model.transferredParameters) of \(record.model.parameters) "
                + "parameters are shared.",
            "\(recipient) builds a model of its own on the shared layers.",
        ])
    }

    private var assets: String {
        PIAText.list(record.provenance.files.map { "\($0.role): \($0.name), \($0.bytes) bytes, SHA-256 \($0.sha256)" })
    }

    private var minimisation: String {
        let layers = record.model.layers
        guard !layers.isEmpty else { return "" }
        let shared = layers.filter(\.isTransferred).count
        let beyond = record.transferred.filter { $0.result == .beyondCut }.map(\.layer)
        let text = "\(shared) of \(layers.count) layers are shared."
        let surplus = "The file that would leave holds layers that should stay: \(beyond.joined(separator: ", "))."
        return PIAText.paragraph(beyond.isEmpty ? text : "\(text) \(surplus)")
    }

    private var transfers: String {
        record.context.recipientOutsideEEA.map { isOutside in
            PIAText.paragraph("The recipient is \(isOutside ? "outside" : "inside") the European Economic Area.")
        } ?? ""
    }

    /// What a reader of the likelihood must not overlook.
    var comments: [(question: Int, text: String)] {
        let missing = judgement.missing.map { "\($0): required by the policy, did not run." }
        let skips = record.skips.map { "\($0.id): \($0.reason)" }
        let kinds = record.coverage.filter { !$0.ran }.map(\.kind.text)
        let rest = kinds.isEmpty ? [] : ["Kinds of attack that were not run: \(kinds.joined(separator: ", "))."]
        let waivers = judgement.gates.compactMap { gate in
            GateWords(gate: gate).waiver.map { "Gate \(gate.gate): \($0)" }
        }
        return [("Not tested:", missing + skips + rest), ("Waivers:", waivers)].filter { !$0.1.isEmpty }
            .map { (326, PIAText.escaped(([$0.0] + $0.1).joined(separator: "\n"))) }
    }
}
