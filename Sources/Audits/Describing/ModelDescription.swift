import AuditCore
import Networks

/// The source model in the report's words.
enum ModelDescription {
    /// The model's sheet, with the layers up to the cut marked.
    static func sheet(_ materials: Materials, _ source: SourceStage) -> ModelSheet {
        let architecture = materials.source.architecture
        let cut = materials.source.cut
        let transferred = Set(architecture.layers(upTo: cut))
        var seen: Set<Int> = []
        let layers = architecture.nodes.compactMap { node -> LayerSheet? in
            guard seen.insert(node.layer).inserted else { return nil }
            let named = architecture.layers[node.layer]
            return LayerSheet(
                name: named.name,
                kind: named.kind,
                outputShape: shape(node.shape),
                parameters: named.layer.parameterCount,
                isTransferred: transferred.contains(node.layer)
            )
        }
        let version = materials.model.kerasVersion.map { " (Keras \($0))" } ?? ""
        return ModelSheet(
            name: materials.model.name,
            format: materials.model.format + version,
            inputShape: shape(architecture.inputShape),
            classes: materials.source.classes,
            parameters: architecture.parameterCount,
            transferredParameters: transferred.reduce(0) { $0 + architecture.layers[$1].layer.parameterCount },
            cut: architecture.layers[architecture.nodes[cut].layer].name,
            layers: layers,
            memberAccuracy: source.members.accuracy,
            nonMemberAccuracy: source.nonMembers.accuracy
        )
    }

    /// A shape such as `32×32×3`.
    static func shape(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
}
