import Tensors

@testable import Networks

/// Gradients by the engine's own differentiation, one record at a time.
struct OneByOneGradients {
    /// For each record, for each parameter in the architecture's order.
    let values: [[[Double]]]

    /// Derives each record's softmax cross-entropy, as at inference.
    init(_ architecture: Architecture, _ weights: Weights, _ records: TensorValues, _ labels: [Int]) throws {
        let network = try Network(architecture, weights: weights)
        let parameters = network.trainable(frozen: [])
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        values = try labels.enumerated().map { row, label in
            let logits = try network.forward(Tensor(records.rows([row])))
            try logits.crossEntropy(labels: Tensor([label])).backward()
            return try parameters.map { parameter in
                defer { parameter.clearGradient() }
                return try parameter.gradient?.doubles() ?? Array(repeating: 0, count: parameter.count)
            }
        }
    }

    /// The gradient of one record by all parameters.
    func all(_ record: Int) -> [Double] { values[record].flatMap(\.self) }

    /// Largest difference of a recorded table (N, P), for each parameter of each record in units of the largest value
    /// of that gradient; in units of 1e-3 of the record's largest value where it has next to nothing.
    func difference(_ rows: [Double]) -> Double {
        var worst = 0.0
        var start = 0
        for record in values {
            let largest = record.joined().reduce(0) { max($0, abs($1)) }
            for parameter in record {
                let own = rows[start..<start + parameter.count]
                let scale = max(parameter.reduce(0) { max($0, abs($1)) }, 1e-3 * largest, 1e-12)
                worst = max(worst, zip(own, parameter).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale)
                start += parameter.count
            }
        }
        return worst
    }
}
