import AuditCore
import XML

/// Where the uncertainty of each AUC comes from.
enum UncertaintyPart {
    static func element(_ uncertainties: [UncertaintySplit]) -> XMLElement {
        XMLElement("uncertainties", children: uncertainties.map { .element(uncertainty($0)) })
    }

    private static func uncertainty(_ split: UncertaintySplit) -> XMLElement {
        XMLElement(
            "uncertainty",
            attributes: CommonAttributes.combination(split.attack, split.approach, split.shadowSize) + [
                ("population", split.population.rawValue), ("fromSample", NumberText.of(split.sample)),
                ("fromShadow", NumberText.of(split.shadow)), ("shadowMethod", split.shadowMethod?.rawValue),
                ("fromTraining", NumberText.of(split.training)), ("largest", split.largest.rawValue),
            ]
        )
    }
}
