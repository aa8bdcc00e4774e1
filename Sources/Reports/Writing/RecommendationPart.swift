import AuditCore
import XML

/// Countermeasures for the findings.
enum RecommendationPart {
    static func element(_ recommendations: [Recommendation], _ book: PhraseBook) -> XMLElement {
        XMLElement("recommendations", children: recommendations.map { .element(recommendation($0, book)) })
    }

    private static func recommendation(_ recommendation: Recommendation, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "recommendation",
            attributes: [
                ("countermeasure", recommendation.countermeasure), ("helps", NumberText.of(recommendation.helps)),
            ]
        )
        element.append(XMLElement("title", text: book.say(recommendation.title)))
        element.append(XMLElement("heading", text: book.say(recommendation.heading)))
        element.append(XMLElement("sentence", text: book.say(recommendation.sentence)))
        element.append(XMLElement("caveat", text: book.say(recommendation.caveat)))
        element.append(XMLElement("reference", text: book.say(recommendation.reference)))
        for finding in recommendation.findings { element.append(XMLElement("answers", text: finding)) }
        return element
    }
}
