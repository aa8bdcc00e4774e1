import Tensors

/// A kernel as a matrix with a row per output: what quantisation and truncation work on.
struct WeightMatrix {
    /// Outputs × inputs.
    let rows: [[Float]]
    private let shape: [Int]

    /// A kernel (in, out) of a dense layer, or (out, in, …) of a convolution; nil for vectors, such as biases.
    init?(_ values: TensorValues) {
        guard values.shape.count >= 2 else { return nil }
        shape = values.shape
        let outputs = shape.count == 2 ? shape[1] : shape[0]
        let inputs = outputs > 0 ? values.floats.count / outputs : 0
        let isTransposed = shape.count == 2
        rows = (0..<outputs).map { output in
            (0..<inputs).map { values.floats[isTransposed ? $0 * outputs + output : output * inputs + $0] }
        }
    }

    /// The kernel with other values.
    func kernel(_ rows: [[Float]]) -> TensorValues {
        guard shape.count == 2 else { return TensorValues(shape: shape, floats: rows.flatMap(\.self)) }
        let floats = (0..<shape[0]).flatMap { input in rows.map { $0[input] } }
        return TensorValues(shape: shape, floats: floats)
    }
}
