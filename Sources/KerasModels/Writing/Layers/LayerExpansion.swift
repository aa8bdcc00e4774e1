import Networks
import Tensors

/// Layers that Keras has no class of its own for, or none that it finds, made of several others.
enum LayerExpansion {
    /// The layers; nil for any other layer.
    ///
    /// - Throws: `weightsMismatch`.
    static func steps(_ form: LayerForm) throws(KerasModelError) -> [LayerStep]? {
        switch form.named.layer {
        case let layer as ScaledResidual:
            let scale = form.plan("Rescaling", ["scale": .number(layer.scale), "offset": .number(0)])
            return [
                LayerStep("scale", scale, .tensors([.given(1)])),
                LayerStep(nil, form.plan("Add", [:]), .tensors([.given(0), .step(0)])),
            ]
        case let layer as Highway: return try highway(layer, form)
        case let layer as Maxout: return try maxout(layer, form)
        case let layer as LocalConvolution where form.generation == .three:
            return try LocalConvolutionExpansion.steps(layer, form)
        case let layer as SpectralNorm where form.generation == .two: return try unwrapped(layer, form)
        case let layer as ChannelScale where form.generation == .two: return try scale(layer, form)
        case is StochasticDepth where form.generation == .two:
            return [LayerStep(nil, form.plan("Activation", ["activation": .string("linear")]))]
        default: return nil
        }
    }

    /// The layer inside with its kernel as it is: Keras 2 does not find the class in HDF5 files.
    private static func unwrapped(_ layer: SpectralNorm, _ form: LayerForm) throws(KerasModelError) -> [LayerStep] {
        try form.check(layer.parameters.map(\.shape))
        return try LayerForm(
            named: NamedLayer(name: form.named.name, kind: layer.inner.kind, layer: layer.inner.layer),
            entry: nil,
            values: form.values.dropLast(),
            isTrainable: form.isTrainable,
            generation: form.generation,
            file: form.file
        ).steps()
    }

    /// γ·x as a contraction: Keras 2 does not find ConvNeXt's class in HDF5 files.
    private static func scale(_ layer: ChannelScale, _ form: LayerForm) throws(KerasModelError) -> [LayerStep] {
        try form.check(layer.parameters.map(\.shape))
        var plan = form.plan(
            "EinsumDense",
            [
                "equation": .string("...a,a->...a"), "output_shape": .integers([layer.features]),
                "bias_axes": .null, "activation": .string("linear"),
            ]
        )
        plan.arrays = [
            LayerPlan.Array(
                parameter: StoredParameter("kernel", [layer.features]),
                values: form.values[0],
                isTrained: form.isTrainable
            )
        ]
        return [LayerStep(nil, plan)]
    }

    /// t·y + (1 − t)·x with dense layers t and y.
    private static func highway(_ layer: Highway, _ form: LayerForm) throws(KerasModelError) -> [LayerStep]? {
        guard let name = KerasActivation.name(of: layer.activation),
            let activation = KerasActivation.word(name, in: form.generation)
        else { return nil }
        try form.check(layer.parameters.map(\.shape))
        let size = layer.features
        func dense(_ index: Int, _ activation: String) -> LayerPlan {
            denseLayer(
                form,
                size,
                activation,
                layer.hasBias,
                form.values[index],
                layer.hasBias ? form.values[index + 2] : nil
            )
        }
        let rest = form.plan("Rescaling", ["scale": .number(-1), "offset": .number(1)])
        let product = form.plan("Multiply", [:])
        return [
            LayerStep("transform", dense(0, activation)), LayerStep("gate", dense(1, "sigmoid")),
            LayerStep("carry", rest, .tensors([.step(1)])),
            LayerStep("through", product, .tensors([.step(0), .step(1)])),
            LayerStep("past", product, .tensors([.given(0), .step(2)])),
            LayerStep(nil, form.plan("Add", [:]), .tensors([.step(3), .step(4)])),
        ]
    }

    /// The largest of the pieces of one dense layer.
    private static func maxout(_ layer: Maxout, _ form: LayerForm) throws(KerasModelError) -> [LayerStep] {
        try form.check(layer.parameters.map(\.shape))
        let (inputs, units, pieces) = (layer.inputs, layer.units, layer.pieces)
        let stored = form.values[0].floats
        var kernel: [Float] = []
        kernel.reserveCapacity(stored.count)
        for input in 0..<inputs {
            for piece in 0..<pieces {
                let start = (piece * inputs + input) * units
                kernel += stored[start..<start + units]
            }
        }
        let bias = layer.hasBias ? TensorValues(shape: [pieces * units], floats: form.values[1].floats) : nil
        let values = TensorValues(shape: [inputs, pieces * units], floats: kernel)
        let shape = JSONValue.integers([pieces, units])
        return [
            LayerStep("pieces", denseLayer(form, pieces * units, "linear", layer.hasBias, values, bias)),
            LayerStep("apart", form.plan("Reshape", ["target_shape": shape]), .tensors([.step(0)])),
            LayerStep(nil, form.plan("GlobalMaxPooling1D", [:]), .tensors([.step(1)])),
        ]
    }

    private static func denseLayer(
        _ form: LayerForm,
        _ units: Int,
        _ activation: String,
        _ hasBias: Bool,
        _ kernel: TensorValues,
        _ bias: TensorValues?
    ) -> LayerPlan {
        var plan = form.plan(
            "Dense",
            ["units": .integer(units), "activation": .string(activation), "use_bias": .bool(hasBias)]
        )
        let named = [("kernel", kernel)] + (bias.map { [("bias", $0)] } ?? [])
        plan.arrays = named.map { name, values in
            LayerPlan.Array(
                parameter: StoredParameter(name, values.shape),
                values: values,
                isTrained: form.isTrainable
            )
        }
        return plan
    }
}
