import Networks

/// The weights one layer needs, and where the layer stands in the configuration.
struct WantedWeights {
    /// The layer.
    let leaf: FlatModel.Leaf
    /// How Keras stores its parameters, in Keras's order.
    let parameters: [StoredParameter]
    /// Which of them training changes, by gradients.
    let isTrained: [Bool]

    /// What an engine's layer needs.
    init(leaf: FlatModel.Leaf, parameters: [StoredParameter], _ layer: any Layer) {
        self.leaf = leaf
        self.parameters = parameters
        let specs = layer.parameters
        isTrained = specs.count == parameters.count ? specs.map(\.isTrainable) : parameters.map { _ in true }
    }

    /// How many arrays hold them in files of a Keras version.
    func arrayCount(kerasMajor: Int) -> Int {
        kerasMajor < 2
            ? KerasOneWeights.arrayCount(leaf.entry.className, leaf.entry.options, parameters.count)
            : parameters.count
    }
}
