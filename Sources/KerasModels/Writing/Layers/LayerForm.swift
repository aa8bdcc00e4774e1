import Diagnostics
import Networks
import Tensors

/// Finds the Keras layers that compute what one layer of the model does.
struct LayerForm {
    /// The layer.
    let named: NamedLayer
    /// How the file it was read from describes it; nil for one made here.
    let entry: LayerEntry?
    /// Its weights in the engine's layout.
    let values: [TensorValues]
    /// Whether it, and every model it stands in, is trained.
    let isTrainable: Bool
    /// Who is to read it.
    let generation: KerasGeneration
    /// The file to be written, for messages.
    let file: String

    /// The shape of one record of its first input; nil where that does not matter.
    var inputShape: [Int]?

    /// The shape of the output of an operation, at which masks end while the layer written for it would let them pass.
    var unmasked: [Int]?

    /// Where messages point.
    var location: Location { .layer(named.name, file: file) }

    /// The layers, the one that has the weights first.
    ///
    /// - Throws: `notWritable` when Keras has no such layers, `weightsMismatch`.
    func steps() throws(KerasModelError) -> [LayerStep] {
        if unmasked != nil, let step = OperationForm.merge(self) { return [step] }
        let steps = try ownSteps()
        guard let unmasked, steps.count == 1, steps[0].suffix == nil else { return steps }
        // Masks do not pass a Reshape.
        let end = plan("Reshape", ["target_shape": .integers(unmasked)])
        return [
            LayerStep("operation", steps[0].plan, steps[0].input), LayerStep(nil, end, .tensors([.step(0)])),
        ]
    }

    private func ownSteps() throws(KerasModelError) -> [LayerStep] {
        if let steps = try LayerExpansion.steps(self) { return steps }
        guard let (kind, written) = form() else {
            if let step = OperationForm.step(self) { return [step] }
            throw notWritable("'\(named.kind)' (\(type(of: named.layer)))")
        }
        if generation == .two, let layer = named.layer as? MultiHeadAttention, layer.hasGate || layer.reach != nil {
            throw notWritable("attention with a gate or a window")
        }
        let parameters = kind.storedParameters(named.layer) ?? []
        try check(parameters.map(\.engineShape))
        var dialect = LayerDialect(generation, parameters)
        let options = dialect.options(of: written.className, written.options)
        if let word = dialect.unknown { throw notWritable("'\(word)'") }
        let specs = named.layer.parameters
        var plan = self.plan(written.className, options.merging(kept(written.className)) { $1 })
        if !isTrainable, !parameters.isEmpty { plan.options["trainable"] = .bool(false) }
        plan.arrays = parameters.indices.map { index in
            LayerPlan.Array(
                parameter: parameters[index],
                values: values[index],
                isTrained: isTrainable && (specs.count == parameters.count ? specs[index].isTrainable : true),
                factors: dialect.factors[index]
            )
        }
        guard let ending = dialect.ending, let slope = KerasActivation.hardSigmoidSlope(ending) else {
            if let ending = dialect.ending { throw notWritable("'\(ending)'") }
            return [LayerStep(nil, plan)]
        }
        let scale = self.plan("Rescaling", ["scale": .number(slope), "offset": .number(0.5)])
        let clip = self.plan("ReLU", ["max_value": .number(1), "negative_slope": .number(0), "threshold": .number(0)])
        guard written.className != "Activation" else {
            return [LayerStep("scale", scale), LayerStep(nil, clip, .tensors([.step(0)]))]
        }
        return [
            LayerStep(nil, plan), LayerStep("scale", scale, .tensors([.step(0)])),
            LayerStep("clip", clip, .tensors([.step(1)])),
        ]
    }

    /// Makes sure that the weights have the shapes the layer needs.
    ///
    /// - Throws: `weightsMismatch`.
    func check(_ shapes: [[Int]]) throws(KerasModelError) {
        guard shapes == values.map(\.shape) else {
            throw KerasModelError(
                .weightsMismatch,
                "the layer needs weights of the shapes \(shapes), the model has \(values.map(\.shape))",
                at: location,
                remedy: "Give the weights that belong to this architecture."
            )
        }
    }

    /// A layer with what all layers say.
    func plan(_ className: String, _ options: [String: JSONValue]) -> LayerPlan {
        var options = options
        options["dtype"] = .string("float32")
        // Keras 2 asks for these, and finds the shapes itself where they are not said; Keras 3 does not know them.
        if generation == .two, className == "MultiHeadAttention" {
            for key in ["query_shape", "key_shape", "value_shape"] { options[key] = .null }
        }
        // Keras 3 drops an option `axis` with several axes, unless it reads the layer in its own way.
        let isList = options["axis"]?.array.map { $0.count != 1 } ?? false
        return LayerPlan(
            className: className == "GroupQueryAttention" ? "GroupedQueryAttention" : className,
            module: KerasModules.module(of: className) ?? (isList ? "keras.layers" : nil),
            options: options
        )
    }

    /// The kind that stores the layer, and its class and options.
    private func form() -> (kind: any KerasLayerKind.Type, written: WrittenLayer)? {
        let kind = KerasLayerCatalog.kind(of: named.kind)
        for candidate in [kind].compactMap(\.self) + KerasLayerCatalog.kinds {
            if let written = candidate.writtenLayer(named.layer, className: named.kind) { return (candidate, written) }
        }
        return nil
    }

    /// The options that say nothing of what the layer computes, but of masks and of further training.
    private func kept(_ className: String) -> [String: JSONValue] {
        guard let entry, entry.className == className else { return [:] }
        return entry.options.filter { key, value in
            if key == "mask_zero" { return value.bool != nil }
            return (key.hasSuffix("_regularizer") || key.hasSuffix("_constraint")) && KerasModules.isPenalty(value)
        }
    }

    private func notWritable(_ what: String) -> KerasModelError {
        KerasModelError(
            .notWritable,
            "Keras \(generation.rawValue) has no layer that computes \(what)",
            at: location,
            remedy: "Write it for the other Keras (`--keras \(generation == .two ? 3 : 2)`) if that has it, leave the "
                + "layer out, or use one that `layeraudit list layers` shows."
        )
    }
}
