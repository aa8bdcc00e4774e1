import Networks

/// What a model is made of and where it can be cut: what `layeraudit inspect` prints.
public struct ModelInspection: Sendable, Hashable {
    /// One application of a layer.
    public struct Row: Sendable, Hashable {
        /// The layer's name.
        public let name: String
        /// Its Keras class.
        public let className: String
        /// Shape of one record's output.
        public let outputShape: [Int]
        /// Number of values in its parameters, moving statistics included; 0 where it is applied again.
        public let parameters: Int
        /// The layers whose outputs it takes.
        public let connectedTo: [String]
        /// Whether the model can be cut after it.
        public let isCut: Bool
    }

    /// The model's name.
    public let name: String
    /// The applications in order.
    public let rows: [Row]
    /// Number of values in all parameters.
    public let parameters: Int
    /// The layer after which the model is cut when nobody says; nil when it cannot be cut.
    public let defaultCut: String?

    /// Looks at a model.
    public init(_ model: KerasModel) {
        let architecture = model.architecture
        let cuts = Set(architecture.cuts)
        func name(_ node: Int) -> String { architecture.layers[architecture.nodes[node].layer].name }
        var seen: Set<Int> = []
        self.name = model.name
        rows = architecture.nodes.enumerated().map { index, node in
            let layer = architecture.layers[node.layer]
            return Row(
                name: layer.name,
                className: layer.kind,
                outputShape: node.shape,
                parameters: seen.insert(node.layer).inserted ? layer.layer.parameterCount : 0,
                connectedTo: node.inputs.map(name),
                isCut: cuts.contains(index)
            )
        }
        parameters = architecture.parameterCount
        defaultCut = architecture.defaultCut.map(name)
    }
}
