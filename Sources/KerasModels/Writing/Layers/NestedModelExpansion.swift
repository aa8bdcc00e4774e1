import Networks
import Tensors

/// Writes a model inside `TimeDistributed` as its layers, each applied to every step.
enum NestedModelExpansion {
    /// The layers; nil where one of them cannot be applied to every step by itself.
    ///
    /// - Throws: `notWritable` or `weightsMismatch` naming the wrapper.
    static func steps(_ nested: NestedModel, _ form: LayerForm) throws(KerasModelError) -> [LayerStep]? {
        try form.check(nested.parameters.map(\.shape))
        let values = values(nested, form.values)
        var steps: [LayerStep] = []
        var made: [LayerStep.Operand] = [.given(0)]
        for node in nested.architecture.nodes.dropFirst() {
            let inner = nested.architecture.layers[node.layer]
            guard let named = distributed(inner, inputs: node.inputs.count) else { return nil }
            let own = LayerForm(
                named: named,
                entry: nil,
                values: values[node.layer],
                isTrainable: form.isTrainable,
                generation: form.generation,
                file: form.file
            )
            let base = steps.count
            let taken = node.inputs.map { made[$0] }
            for step in try own.steps() {
                let suffix = [named.name, step.suffix].compactMap(\.self).joined(separator: "_")
                let moved = step.moved(taking: taken, behind: base)
                steps.append(LayerStep(suffix, moved.plan, moved.input))
            }
            made.append(.step(steps.count - 1))
        }
        guard let last = steps.last else { return nil }
        return steps.dropLast() + [LayerStep(nil, last.plan, last.input)]
    }

    /// A layer of the model as it stands among the steps; nil for one that takes several tensors and is no merge.
    private static func distributed(_ inner: NamedLayer, inputs: Int) -> NamedLayer? {
        let name = PlainNames.plain(inner.name)
        guard let merge = inner.layer as? Merge else {
            let plain = NamedLayer(name: name, kind: inner.kind, layer: inner.layer)
            return inputs == 1 ? NamedLayer(name: name, kind: "TimeDistributed", layer: TimeDistributed(plain)) : nil
        }
        // Merging tensors is the same with and without steps, but for where an axis stands.
        guard case .concatenate(let axis) = merge.operation, axis > 0 else { return inner }
        return NamedLayer(name: inner.name, kind: inner.kind, layer: Merge(.concatenate(axis: axis + 1)))
    }

    /// The weights of each layer in its own order.
    private static func values(_ nested: NestedModel, _ values: [TensorValues]) -> [[TensorValues]] {
        var result: [[TensorValues?]] = nested.architecture.layers.map { $0.layer.parameters.map { _ in nil } }
        for (place, value) in zip(nested.places, values) { result[place.layer][place.parameter] = value }
        return result.map { $0.compactMap(\.self) }
    }
}
