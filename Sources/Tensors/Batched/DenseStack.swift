import CTorch

/// M dense networks of one shape, trained and run as one batched computation.
///
/// Each network sees only its own records; its result does not depend on which others are in the stack.
public final class DenseStack {
    /// The shape of every network.
    public let shape: DenseStackShape
    /// The parameters (M, P): per layer kernel (in, out), then bias (out).
    public let parameters: Tensor
    private let optimizer: DenseStackOptimizer
    private let first: Tensor
    private let second: Tensor
    private let generators: [TensorGenerator]
    private var steps = 0

    /// Brings M networks together.
    ///
    /// - Parameters:
    ///   - shape: the shape of every network.
    ///   - parameters: (M, P).
    ///   - optimizer: how they are trained.
    ///   - dropoutSeeds: where dropout draws from, one seed per network; may be left out where nothing is dropped.
    ///   - device: where they live.
    /// - Throws: `TensorError.wrongType` when the parameters or the seeds do not fit the shape, or when something follows
    ///   the last dense layer.
    public init(
        _ shape: DenseStackShape,
        parameters: TensorValues,
        optimizer: DenseStackOptimizer,
        dropoutSeeds: [Seed] = [],
        device: Device = .cpu
    ) throws(TensorError) {
        guard parameters.shape.count == 2, parameters.shape[1] == shape.parameterCount else {
            throw TensorError(
                .wrongType,
                "parameters of shape \(parameters.shape) do not fit \(shape.parameterCount) per network",
                remedy: "Give one row of parameters per network."
            )
        }
        guard shape.sizes.count >= 2, shape.activations.last == .linear, shape.dropout.last == 0 else {
            throw TensorError(
                .wrongType,
                "a stack's networks end in a dense layer that answers logits",
                remedy: "Give the last dense layer no activation and no dropout."
            )
        }
        guard shape.dropout.allSatisfy({ $0 == 0 }) || dropoutSeeds.count == parameters.rows else {
            throw TensorError(
                .wrongType,
                "\(dropoutSeeds.count) dropout seeds for \(parameters.rows) networks",
                remedy: "Give one seed per network."
            )
        }
        self.shape = shape
        self.optimizer = optimizer
        self.parameters = try Tensor(parameters, device: device)
        first = try .zeros(parameters.shape, device: device)
        second = try .zeros(optimizer.rule == .sgd ? [0] : parameters.shape, device: device)
        generators = dropoutSeeds.map(TensorGenerator.init)
    }

    /// One pass over the records, step by step.
    ///
    /// - Parameters:
    ///   - features: (R, F), shared by all networks.
    ///   - order: which records each network sees in which step.
    ///   - rate: the learning rate of this pass.
    public func epoch(features: Tensor, order: DenseStackOrder, rate: Double) throws(TensorError) {
        let device = parameters.device
        let slots = [order.networks, order.slots]
        let rows = try Tensor(order.rows, shape: slots, device: device)
        let targets = try Tensor(order.targets, shape: slots, device: device)
        let weights = try Tensor(order.weights, shape: slots, device: device)
        let failed = withRecipe { recipe in
            ct_dense_epoch(
                recipe,
                parameters.box,
                first.box,
                second.box,
                Int64(steps),
                rate,
                features.box,
                rows.box,
                targets.box,
                weights.box,
                Int64(order.batchSize),
                generators.map(\.box)
            )
        }
        guard failed == 0 else { throw TensorError.last("train dense networks") }
        steps += order.slots / max(1, order.batchSize)
    }

    /// Logits (M, N, K) for inputs x (M, N, F).
    public func logits(_ x: Tensor) throws(TensorError) -> Tensor {
        try .make("dense networks", withRecipe { ct_dense_forward($0, parameters.box, x.box) })
    }

    /// Rows that all networks answer for at once; always filled up to this number, so that a network's answers do not
    /// depend on how many rows others are asked for, and memory does not either.
    private static let block = 256

    /// Logits of each network for rows of its own.
    ///
    /// - Parameters:
    ///   - features: (R, F), shared by all networks.
    ///   - rows: per network, the rows it answers for.
    /// - Returns: per network, (rows, K) in row-major order.
    public func logits(features: Tensor, rows: [[Int]]) throws(TensorError) -> [[Float]] {
        let outputs = shape.sizes[shape.sizes.count - 1]
        var answers = rows.map { _ in [Float]() }
        for start in stride(from: 0, to: rows.map(\.count).max() ?? 0, by: Self.block) {
            let asked = rows.map { $0.dropFirst(start).prefix(Self.block) }
            let padded = asked.flatMap { $0 + Array(repeating: 0, count: Self.block - $0.count) }
            let x = try features.selecting(Tensor(padded, device: parameters.device))
            let values = try logits(x.reshaped([rows.count, Self.block, -1])).floats()
            for (network, asked) in asked.enumerated() {
                let first = network * Self.block * outputs
                answers[network].append(contentsOf: values[first..<first + asked.count * outputs])
            }
        }
        return answers
    }

    private func withRecipe<Result>(_ body: (UnsafePointer<ct_dense_recipe>) -> Result) -> Result {
        let activations = shape.activations.map { Int32($0.rawValue) }
        return shape.sizes.int64.withUnsafeBufferPointer { sizes in
            activations.withUnsafeBufferPointer { activations in
                shape.dropout.withUnsafeBufferPointer { dropout in
                    var recipe = ct_dense_recipe(
                        layers: Int32(shape.activations.count),
                        sizes: sizes.baseAddress,
                        activations: activations.baseAddress,
                        dropout: dropout.baseAddress,
                        logistic: shape.loss == .logistic,
                        optimizer: Int32(optimizer.rule.rawValue),
                        momentum: optimizer.momentum,
                        nesterov: optimizer.isNesterov,
                        decay: optimizer.decay
                    )
                    return body(&recipe)
                }
            }
        }
    }
}
