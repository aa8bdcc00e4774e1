/// A network without its weights: layers, and the places (nodes) where they are applied.
public struct Architecture: Sendable {
    /// One application of a layer.
    public struct Node: Sendable {
        /// Index into `layers`; a shared layer has several nodes.
        public let layer: Int
        /// The nodes whose outputs it takes, all earlier ones; empty for an input.
        public let inputs: [Int]
        /// Shape of one record's output.
        public let shape: [Int]

        /// Applies a layer.
        public init(layer: Int, inputs: [Int], shape: [Int]) {
            self.layer = layer
            self.inputs = inputs
            self.shape = shape
        }
    }

    /// The model's name.
    public let name: String
    /// All layers, each once.
    public let layers: [NamedLayer]
    /// Applications in an order in which each follows its inputs; the first is the input.
    public let nodes: [Node]
    /// The node whose output is the network's answer.
    public let output: Int

    /// Puts an architecture together; `nodes[0]` is the input.
    public init(name: String, layers: [NamedLayer], nodes: [Node], output: Int) {
        self.name = name
        self.layers = layers
        self.nodes = nodes
        self.output = output
    }

    /// A chain of layers, each taking the one before.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when a layer cannot take its input.
    public init(name: String, inputShape: [Int], _ chain: [NamedLayer]) throws(NetworkError) {
        var shape = inputShape
        let input = NamedLayer(name: "input", kind: "InputLayer", layer: InputLayer(shape: inputShape))
        let isInputGiven = chain.first?.layer is InputLayer
        let layers = isInputGiven ? chain : [input] + chain
        var nodes = [Node(layer: 0, inputs: [], shape: shape)]
        for index in layers.indices.dropFirst() {
            shape = try layers[index].layer.outputShape([shape])
            nodes.append(Node(layer: index, inputs: [index - 1], shape: shape))
        }
        self.init(name: name, layers: layers, nodes: nodes, output: nodes.count - 1)
    }

    /// Shape of one input record.
    public var inputShape: [Int] { nodes[0].shape }

    /// Shape of one record's answer.
    public var outputShape: [Int] { nodes[output].shape }

    /// Number of values in all parameters, moving statistics included.
    public var parameterCount: Int { layers.reduce(0) { $0 + $1.layer.parameterCount } }

    /// How many nodes take each node's output.
    public var consumers: [Int] {
        var counts = Array(repeating: 0, count: nodes.count)
        for node in nodes { for input in node.inputs { counts[input] += 1 } }
        counts[output] += 1
        return counts
    }

    /// Which of the nodes up to the last wanted one are needed to compute those wanted.
    func needed(for wanted: [Int]) -> [Bool] {
        let last = wanted.max() ?? 0
        var isNeeded = Array(repeating: false, count: last + 1)
        for index in wanted { isNeeded[index] = true }
        for index in (0...last).reversed() where isNeeded[index] {
            for input in nodes[index].inputs { isNeeded[input] = true }
        }
        return isNeeded
    }
}
