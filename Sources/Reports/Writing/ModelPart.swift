import AuditCore
import XML

/// The source model, and the file that would leave against it.
enum ModelPart {
    static func element(_ model: ModelSheet, _ book: PhraseBook) -> XMLElement {
        let note = NoteText.of([
            ("memberAccuracy", model.memberAccuracy, "note.not-a-number"),
            ("nonMemberAccuracy", model.nonMemberAccuracy, "note.not-a-number"),
        ])
        return XMLElement(
            "model",
            attributes: [
                ("name", model.name), ("format", model.format), ("inputShape", model.inputShape),
                ("classes", NumberText.of(model.classes)), ("parameters", NumberText.of(model.parameters)),
                ("transferredParameters", NumberText.of(model.transferredParameters)), ("cut", model.cut),
                ("memberAccuracy", NumberText.of(Optional(model.memberAccuracy))),
                ("nonMemberAccuracy", NumberText.of(Optional(model.nonMemberAccuracy))), ("note", book.say(note)),
            ],
            children: model.layers.map { .element(layer($0)) }
        )
    }

    private static func layer(_ layer: LayerSheet) -> XMLElement {
        XMLElement(
            "layer",
            attributes: [
                ("name", layer.name), ("kind", layer.kind), ("outputShape", layer.outputShape),
                ("parameters", NumberText.of(layer.parameters)), ("transferred", NumberText.of(layer.isTransferred)),
            ]
        )
    }

    static func element(_ comparisons: [LayerComparison]) -> XMLElement {
        XMLElement("transferred", children: comparisons.map { .element(comparison($0)) })
    }

    private static func comparison(_ comparison: LayerComparison) -> XMLElement {
        XMLElement(
            "layerComparison",
            attributes: [
                ("layer", comparison.layer), ("result", comparison.result.rawValue),
                ("parameters", NumberText.of(comparison.parameters)),
                ("largestDifference", NumberText.of(comparison.largestDifference)),
                ("meanDifference", NumberText.of(comparison.meanDifference)),
            ]
        )
    }
}
