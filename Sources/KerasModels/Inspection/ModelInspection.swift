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
        /// Multiply–accumulates of one record.
        public let multiplyAdds: Int
        /// The layers whose outputs it takes.
        public let connectedTo: [String]
        /// What a cut after it would share and keep; nil where the model cannot be cut.
        public let cut: Cut?

        /// Whether the model can be cut after it.
        public var isCut: Bool { cut != nil }
    }

    /// A place where one tensor carries everything.
    public struct Cut: Sendable, Hashable {
        /// Values in the parameters of the layers up to here: what would be shared.
        public let parametersBefore: Int
        /// Values in the parameters of the layers after it; a layer used on both sides counts on both.
        public let parametersAfter: Int
        /// Multiply–accumulates of one record up to here.
        public let multiplyAddsBefore: Int
        /// Multiply–accumulates of one record after it.
        public let multiplyAddsAfter: Int
    }

    /// The model's name.
    public let name: String
    /// The applications in order.
    public let rows: [Row]
    /// Number of values in all parameters.
    public let parameters: Int
    /// Multiply–accumulates of one record.
    public let multiplyAdds: Int
    /// The layer after which the model is cut when nobody says; nil when it cannot be cut.
    public let defaultCut: String?

    /// Looks at a model.
    public init(_ model: KerasModel) {
        let architecture = model.architecture
        let nodes = architecture.nodes
        func name(_ node: Int) -> String { architecture.layers[nodes[node].layer].name }
        let work = nodes.map { node in
            architecture.layers[node.layer].layer.multiplyAdds(node.inputs.map { nodes[$0].shape })
        }
        let sizes = architecture.layers.map { $0.layer.parameterCount }
        var isFirst: [Bool] = []
        var lastUse = Array(repeating: 0, count: sizes.count)
        var seen: Set<Int> = []
        for (index, node) in nodes.enumerated() {
            isFirst.append(seen.insert(node.layer).inserted)
            lastUse[node.layer] = index
        }
        let isCut = Set(architecture.cuts)
        let total = Self.sum(work)
        var parametersBefore = 0
        var parametersOver = 0
        var workBefore = 0
        var rows: [Row] = []
        for (index, node) in nodes.enumerated() {
            let layer = architecture.layers[node.layer]
            if isFirst[index] { parametersBefore += sizes[node.layer] }
            if lastUse[node.layer] == index { parametersOver += sizes[node.layer] }
            workBefore = Self.sum([workBefore, work[index]])
            rows.append(
                Row(
                    name: layer.name,
                    className: layer.kind,
                    outputShape: node.shape,
                    parameters: isFirst[index] ? sizes[node.layer] : 0,
                    multiplyAdds: work[index],
                    connectedTo: node.inputs.map(name),
                    cut: isCut.contains(index)
                        ? Cut(
                            parametersBefore: parametersBefore,
                            parametersAfter: architecture.parameterCount - parametersOver,
                            multiplyAddsBefore: workBefore,
                            multiplyAddsAfter: total - workBefore
                        ) : nil
                )
            )
        }
        self.name = model.name
        self.rows = rows
        parameters = architecture.parameterCount
        multiplyAdds = total
        defaultCut = architecture.defaultCut.map(name)
    }

    /// The sum, held at the largest number: a hostile file may declare more work than can be counted.
    private static func sum(_ numbers: [Int]) -> Int {
        numbers.reduce(0) { total, number in
            let (sum, isOver) = total.addingReportingOverflow(number)
            return isOver ? .max : sum
        }
    }
}
