import Diagnostics
import Networks
import ShadowModels

/// A place where a depth curve cuts the source model.
struct DepthCut: Sendable {
    /// The last shared layer.
    let name: String
    /// The source model, cut there.
    let source: SourceModel

    /// Values in the shared layers' parameters.
    var sharedParameters: Int { source.architecture.sharedParameters(upTo: source.cut) }

    /// The cuts a section names, or every block, the shallowest first.
    ///
    /// - Throws: `NetworkError.unknownLayer` (naming the nearest) or `NetworkError.notACut` at the manifest's line.
    static func all(of source: SourceModel, _ section: DepthSection, _ manifest: AuditManifest) throws -> [DepthCut] {
        let architecture = source.architecture
        var nodes = architecture.blockCuts
        if let named = section.cuts {
            nodes = try named.map { cut in
                let node = try architecture.cut(after: cut.name, at: cut.location)
                guard !architecture.deepPart(after: node).part.trainedLayers.isEmpty else {
                    throw NetworkError(
                        .notACut,
                        "behind '\(cut.name)' no layer with weights is left, so that there is no head to train",
                        at: cut.location,
                        remedy: "Choose one of the places `layeraudit inspect` lists that keeps parameters."
                    )
                }
                return node
            }
        }
        guard !nodes.isEmpty else {
            throw NetworkError(
                .notACut,
                "the model has no place where it can be cut between layers with weights",
                at: Location.file(manifest.source?.model.file ?? manifest.path),
                remedy: "Audit a model with at least two layers with weights, one after the other."
            )
        }
        return try Set(nodes).sorted().map { node in
            DepthCut(
                name: architecture.layers[architecture.nodes[node].layer].name,
                source: try SourceModel(architecture, weights: source.weights, cut: node)
            )
        }
    }
}
