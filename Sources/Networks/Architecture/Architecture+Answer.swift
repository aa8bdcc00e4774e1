import Tensors

extension Architecture {
    /// The output of a node for a batch.
    ///
    /// - Parameters:
    ///   - x: the batch (N, …), with the input's shape.
    ///   - parameters: those of each layer.
    ///   - last: the node whose output is wanted.
    ///   - pass: how each layer runs.
    func answer(
        _ x: Tensor,
        _ parameters: [[Tensor]],
        upTo last: Int,
        pass: (Int) -> Pass
    ) throws(TensorError) -> Tensor {
        try answers(x, parameters, at: [last], pass: pass).first ?? x
    }

    /// The outputs of several nodes for a batch, from one pass.
    ///
    /// - Parameters:
    ///   - x: the batch (N, …), with the input's shape.
    ///   - parameters: those of each layer.
    ///   - wanted: the nodes whose outputs are wanted.
    ///   - pass: how each layer runs.
    /// - Returns: one output per wanted node, in their order.
    func answers(
        _ x: Tensor,
        _ parameters: [[Tensor]],
        at wanted: [Int],
        pass: (Int) -> Pass
    ) throws(TensorError) -> [Tensor] {
        let last = wanted.max() ?? 0
        let isNeeded = needed(for: wanted)
        var remaining = Array(repeating: 0, count: last + 1)
        for index in wanted { remaining[index] += 1 }
        for index in 0...last where isNeeded[index] {
            for input in nodes[index].inputs { remaining[input] += 1 }
        }
        var outputs: [Tensor?] = Array(repeating: nil, count: last + 1)
        outputs[0] = x
        for index in 0...last where index > 0 && isNeeded[index] {
            let node = nodes[index]
            let layer = layers[node.layer].layer
            var inputs = node.inputs.compactMap { outputs[$0] }
            if !layer.takesBfloat16 { inputs = try inputs.map { input throws(TensorError) in try input.widened() } }
            outputs[index] = try layer.forward(inputs, parameters[node.layer], pass(node.layer))
            for input in node.inputs {
                remaining[input] -= 1
                // A tensor nobody needs any more is let go at once: memory stays that of the widest place.
                if remaining[input] == 0 { outputs[input] = nil }
            }
        }
        return try wanted.compactMap { outputs[$0] }.map { output throws(TensorError) in try output.widened() }
    }
}
