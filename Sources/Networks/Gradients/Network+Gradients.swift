import Tensors

extension Network {
    /// How the softmax cross-entropy of each record depends on the weights, at inference: without dropout, batch
    /// normalisation with its moving statistics.
    ///
    /// One record at a time: the engine adds up the gradients of records that it is given together.
    ///
    /// - Parameters:
    ///   - records: (N, …), with the architecture's input shape; the answers are logits.
    ///   - labels: class indices (N).
    /// - Returns: one gradient per record.
    /// - Throws: `TensorError`.
    public func gradients(_ records: TensorValues, labels: [Int]) throws(TensorError) -> [RecordGradient] {
        let groups = architecture.trainedLayers.map { layer in
            zip(architecture.layers[layer].layer.parameters, parameters[layer]).filter(\.0.isTrainable).map(\.1)
        }
        let all = groups.flatMap(\.self)
        for parameter in all { try parameter.setRequiresGradient(true) }
        defer { for parameter in all { try? parameter.setRequiresGradient(false) } }
        var gradients: [RecordGradient] = []
        for (row, label) in labels.enumerated() {
            let logits = try forward(Tensor(records.rows([row]), device: device))
            try logits.crossEntropy(labels: Tensor([label], device: device)).backward()
            var norms: [Double] = []
            for group in groups {
                var square = 0.0
                for parameter in group {
                    square += try parameter.gradient?.reshaped([-1]).squared().sum(axes: [0]).scalar() ?? 0
                    parameter.clearGradient()
                }
                norms.append(square.squareRoot())
            }
            gradients.append(RecordGradient(layerNorms: norms, logits: try logits.floats()))
        }
        return gradients
    }

    /// Gradients by the input of each record's margin: the logit of its class minus the mean of all logits, to which a
    /// softmax's free constant adds nothing (Leino and Fredrikson 2020, section 3: internal influence).
    ///
    /// - Parameters:
    ///   - records: (N, …), with the architecture's input shape; the answers are logits.
    ///   - labels: class indices (N).
    /// - Returns: margins (N), and their gradients (N, …).
    /// - Throws: `TensorError`.
    public func influences(
        _ records: TensorValues,
        labels: [Int]
    ) throws(TensorError) -> (margins: [Double], gradients: TensorValues) {
        let input = try Tensor(records, device: device)
        try input.setRequiresGradient(true)
        let logits = try forward(input)
        let classes = logits.shape[1]
        let weights = labels.flatMap { label in
            (0..<classes).map { Float($0 == label ? 1 : 0) - 1 / Float(classes) }
        }
        let margins = try logits.multiplying(Tensor(weights, shape: logits.shape, device: device)).sum(axes: [1])
        try margins.sum(axes: [0]).backward()
        let gradients =
            try input.gradient?.values()
            ?? TensorValues(shape: records.shape, floats: Array(repeating: 0, count: records.floats.count))
        return (try margins.doubles(), gradients)
    }
}
