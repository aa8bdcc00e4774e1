import Diagnostics
import Networks
import ShadowModels

extension Materials {
    /// The weights of the source model's checkpoints, the earliest first.
    ///
    /// - Throws: `ManifestError.conflict` for a model that is no earlier state of the source model, or what reading one
    ///   throws.
    static func checkpoints(
        _ manifest: AuditManifest,
        of source: SourceModel,
        recordShape: () throws -> [Int]
    ) throws -> [Weights] {
        try (manifest.source?.checkpoints ?? []).enumerated().map { index, checkpoint in
            let model = try checkpoint.model.keras(recordShape: recordShape)
            let state = try? SourceModel(model.architecture, weights: model.weights, cut: source.cut)
            guard let state, source.hasArchitecture(of: state) else {
                throw ManifestError(
                    .conflict,
                    "'source.checkpoints[\(index)]' is no earlier state of 'source.model': its layers are others",
                    at: manifest.location(of: "source.checkpoints[\(index)].model"),
                    cause:
                        "\(layers(state?.architecture ?? model.architecture)) in place of \(layers(source.architecture))",
                    remedy: "Name a file saved during the training of 'source.model', or leave the checkpoint out."
                )
            }
            return state.weights
        }
    }

    private static func layers(_ architecture: Architecture) -> String {
        "\(architecture.layers.count) layers with \(architecture.parameterCount) parameters, "
            + "\(architecture.inputShape) to \(architecture.outputShape)"
    }
}
