import AuditCore
import XML

/// Countermeasures for the findings.
enum RecommendationPart {
    static func element(_ recommendations: [Recommendation]) -> XMLElement {
        XMLElement("recommendations", children: recommendations.map { .element(recommendation($0)) })
    }

    private static func recommendation(_ recommendation: Recommendation) -> XMLElement {
        var element = XMLElement(
            "recommendation",
            attributes: [
                ("countermeasure", recommendation.countermeasure), ("helps", NumberText.of(recommendation.helps)),
            ]
        )
        element.append(XMLElement("title", text: recommendation.title))
        element.append(XMLElement("heading", text: recommendation.heading))
        element.append(XMLElement("sentence", text: recommendation.sentence))
        element.append(XMLElement("caveat", text: recommendation.caveat))
        element.append(XMLElement("reference", text: recommendation.reference))
        for finding in recommendation.findings { element.append(XMLElement("answers", text: finding)) }
        return element
    }
}
