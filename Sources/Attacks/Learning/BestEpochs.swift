import Tensors

/// The parameters each network of a stack had after its best epoch.
struct BestEpochs {
    /// The smallest held-out loss of each network.
    private(set) var losses: [Double]
    private var parameters: [Float] = []

    init(networks: Int) { losses = Array(repeating: .infinity, count: networks) }

    /// Remembers the networks that have just become better.
    mutating func update(_ current: [Double], _ stack: DenseStack) throws(TensorError) {
        guard zip(current, losses).contains(where: { $0 < $1 }) else { return }
        let values = try stack.parameters.floats()
        let width = values.count / losses.count
        if parameters.isEmpty { parameters = values }
        for (index, loss) in current.enumerated() where loss < losses[index] {
            losses[index] = loss
            let range = index * width..<(index + 1) * width
            parameters.replaceSubrange(range, with: values[range])
        }
    }

    /// Puts every network back to its best epoch.
    func restore(_ stack: DenseStack) throws(TensorError) {
        guard !parameters.isEmpty else { return }
        try stack.parameters.assign(Tensor(parameters, shape: stack.parameters.shape))
    }
}
