import AuditCore
import XML

/// What the transferred layers add to each attack.
enum ContributionPart {
    static func element(_ contributions: [LayerContribution]) -> XMLElement {
        XMLElement("contributions", children: contributions.map { .element(contribution($0)) })
    }

    private static func contribution(_ contribution: LayerContribution) -> XMLElement {
        XMLElement(
            "contribution",
            attributes: CommonAttributes.combination(
                contribution.attack,
                contribution.approach,
                contribution.shadowSize
            ) + [
                ("difference", NumberText.of(contribution.difference)),
                ("low", NumberText.of(contribution.interval.low)),
                ("high", NumberText.of(contribution.interval.high)),
                ("confidence", NumberText.of(contribution.interval.confidence)),
                ("adjustedP", NumberText.of(contribution.adjustedP)), ("finding", contribution.finding.rawValue),
            ]
        )
    }
}
