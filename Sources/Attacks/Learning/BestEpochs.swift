import Tensors

/// The parameters each network of a stack had after its best epoch.
struct BestEpochs {
    /// The smallest held-out loss of each network.
    private(set) var losses: [Double]
    private var parameters: [Float] = []

    init(networks: Int) { losses = Array(repeating: .infinity, count: networks) }

    /// Remembers the networks that have just become better; one without a held-out loss counts as better each time.
    mutating func update(_ current: [Double?], _ stack: DenseStack) throws(TensorError) {
        let isBetter = zip(current, losses).map { now, best in now.map { $0 < best } ?? true }
        guard isBetter.contains(true) else { return }
        let values = try stack.parameters.floats()
        let width = values.count / losses.count
        if parameters.isEmpty { parameters = values }
        for index in losses.indices where isBetter[index] {
            losses[index] = current[index] ?? .infinity
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
