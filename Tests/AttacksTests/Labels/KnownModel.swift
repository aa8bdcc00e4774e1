import Networks
import ShadowModels
import Tensors

/// Models whose answers are known by their weights.
enum KnownModel {
    /// A trainer whose adversary has `known` and whose audited records are `audited`.
    static func trainer(
        _ layers: [NamedLayer],
        _ weights: [String: [[Float]]],
        known: (values: TensorValues, labels: [Int]),
        audited: (values: TensorValues, labels: [Int]),
        threads: Int = 2
    ) throws -> ShadowTrainer {
        let architecture = try Architecture(
            name: "known",
            inputShape: Array(known.values.shape.dropFirst()),
            layers
        )
        let tensors = Weights(
            architecture.layers.map { layer in
                zip(layer.layer.parameters, weights[layer.name] ?? []).map {
                    TensorValues(shape: $0.shape, floats: $1)
                }
            }
        )
        let source = try SourceModel(architecture, weights: tensors, cut: architecture.output - 1)
        return ShadowTrainer(
            source: source,
            train: (RecordBatches(known.values), known.labels),
            test: (RecordBatches(known.values).picking([]), []),
            audited: (RecordBatches(audited.values), audited.labels),
            seed: Seed(1),
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
    }
}
