import Networks

/// Layers that Keras has no class of its own for, or none that it finds, made of several others.
enum LayerExpansion {
    /// The layers; nil for any other layer.
    static func steps(_ form: LayerForm) -> [LayerStep]? {
        switch form.named.layer {
        case let layer as ScaledResidual:
            let scale = form.plan("Rescaling", ["scale": .number(layer.scale), "offset": .number(0)])
            return [
                LayerStep("scale", scale, .tensors([.given(1)])),
                LayerStep(nil, form.plan("Add", [:]), .tensors([.given(0), .step(0)])),
            ]
        default: return nil
        }
    }
}
