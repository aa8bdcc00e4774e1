import AuditCore

/// A PIA export: the study, its answers, measures, evaluations and comments.
struct PIADraft {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String
    let language: Language

    /// The software gives its own ids on import; here they only have to agree.
    private static let id = 1

    var value: JSONValue {
        let answers = PIAAnswers(record: record, digest: digest, language: language)
        return .members([
            "pia": study,
            "answers": .array(numbered(answers.all.map(answer))),
            "measures": .array(numbered(record.recommendations.filter(\.helps).map(measure))),
            "evaluations": .array([]),
            "comments": .array(numbered(answers.comments.map(comment))),
        ])
    }

    private var date: JSONValue {
        .string(record.provenance.finished.isEmpty ? "1970-01-01T00:00:00Z" : record.provenance.finished)
    }

    private func numbered(_ values: [JSONValue]) -> [JSONValue] {
        values.enumerated().map { index, value in
            value.adding(["id": .integer(index + 1), "pia_id": .integer(Self.id), "created_at": date])
        }
    }

    /// The study itself: being written, nobody named, nothing validated.
    private var study: JSONValue {
        .members([
            "id": .integer(Self.id), "tableName": .string("pia"), "dbVersion": .integer(201_707_071_818),
            "serverUrl": .null, "objectStore": .object([:]), "numberOfQuestions": .integer(36),
            "created_at": date, "updated_at": date, "status": .integer(0),
            "name": .string(record.title.isEmpty ? "LayerAudit" : record.title), "category": .string(""),
            "author_name": .string(""), "evaluator_name": .string(""), "validator_name": .string(""),
            "dpo_status": .integer(0), "dpo_opinion": .string(""), "dpos_names": .string(""),
            "concerned_people_status": .integer(0), "concerned_people_opinion": .string(""),
            "concerned_people_searched_opinion": .truth(false), "concerned_people_searched_content": .string(""),
            "people_names": .string(""), "rejection_reason": .string(""), "applied_adjustments": .string(""),
        ])
    }

    private func answer(_ answer: PIAAnswer) -> JSONValue {
        .members([
            "reference_to": .integer(answer.question),
            "data": .members([
                "text": .string(answer.text), "gauge": answer.gauge.map(JSONValue.integer) ?? .null,
                "list": .strings(answer.list),
            ]),
        ])
    }

    private func measure(_ recommendation: Recommendation) -> JSONValue {
        let paragraphs = [
            Phrase(key: "pia.measure"), recommendation.sentence, recommendation.caveat, recommendation.reference,
        ]
        return .members([
            "title": .string(recommendation.title.text(in: language)),
            "content": .string(paragraphs.map { PIAText.paragraph($0.text(in: language)) }.joined()),
            "placeholder": .string(""),
        ])
    }

    private func comment(_ comment: (question: Int, text: String)) -> JSONValue {
        .members([
            "reference_to": .integer(comment.question), "description": .string(comment.text),
            "for_measure": .truth(false),
        ])
    }
}
