import Networks
import Tensors

/// Writes `TimeDistributed` around a model as its file has it.
enum WrappedModel {
    /// The wrapper; nil for any other layer.
    ///
    /// - Parameters:
    ///   - form: the layer.
    ///   - settler: what settles the model it stands in.
    /// - Throws: `notWritable` or `weightsMismatch` naming the layer.
    static func plan(_ form: LayerForm, settler: ModelSettler) throws(KerasModelError) -> LayerPlan? {
        guard let layer = form.named.layer as? TimeDistributed, let nested = layer.inner.layer as? NestedModel,
            let value = form.entry?.options["layer"]
        else { return nil }
        try form.check(nested.parameters.map(\.shape))
        let outer = settler.model
        let major = KerasVersion.major(outer.kerasVersion) ?? outer.generation.rawValue
        let (entry, architecture, origin) = try NestedModelReader.parts(
            value,
            ConfigContext(file: form.file, object: nil, kerasMajor: major),
            shape: nested.architecture.inputShape
        )
        let inner = KerasModel(
            architecture,
            weights: Weights(values(nested, form.values)),
            format: outer.format,
            kerasVersion: outer.kerasVersion,
            backend: outer.backend,
            path: outer.path,
            origin: origin
        )
        let isTrainable = form.isTrainable && entry.isTrainable
        let own = ModelSettler(
            model: inner,
            generation: settler.generation,
            keepsChains: settler.keepsChains,
            file: settler.file
        )
        var plan = form.plan("TimeDistributed", [:])
        plan.wrapped = try own.settled(NestedOutline.make(inner, isTrainable: isTrainable), isOuter: false).model
        return plan
    }

    /// The weights of each layer in its own order.
    private static func values(_ nested: NestedModel, _ values: [TensorValues]) -> [[TensorValues]] {
        var result: [[TensorValues?]] = nested.architecture.layers.map { $0.layer.parameters.map { _ in nil } }
        for (place, value) in zip(nested.places, values) { result[place.layer][place.parameter] = value }
        return result.map { $0.compactMap(\.self) }
    }
}
