import Networks

/// Layers whose output is their input; `ActivityRegularization` only adds a term to Keras's own training loss.
enum IdentityKind: KerasLayerKind {
    static let classNames = ["Identity", "ActivityRegularization", "ConvertToTensor", "ops.ConvertToTensor"]
    static let summary = "The input as it is."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Identity { Identity() }

    /// `Activation('linear')` is known to every Keras; `Identity` is not.
    static func written(_ layer: Identity, className: String) -> WrittenLayer? {
        WrittenLayer("Activation", ["activation": .string("linear")])
    }
}
