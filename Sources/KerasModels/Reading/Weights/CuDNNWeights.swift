/// Brings the arrays of layers that were made for NVIDIA's library (`CuDNNLSTM`, `CuDNNGRU`) into the form of `LSTM` and
/// `GRU`, as Keras does where a file of the one is read by the other.
///
/// Each gate's kernels stand turned round, and every gate has two biases.
enum CuDNNWeights {
    /// The arrays in the form that is wanted; what is not recognised stays as it is, to be found out by its shape.
    static func translate(_ arrays: [StoredArray], _ parameters: [StoredParameter]) -> [StoredArray] {
        guard arrays.count == parameters.count, arrays.count > 2 else { return arrays }
        var result = arrays
        for index in 2..<arrays.count {
            guard parameters[index].name == "bias", parameters[index - 1].name == "recurrent_kernel",
                parameters[index - 2].name == "kernel", let units = parameters[index - 1].shape.first,
                let gates = gates(of: arrays[index].shape, units: units, wanted: parameters[index].shape),
                arrays[index - 1].shape == parameters[index - 1].shape,
                arrays[index - 2].shape == parameters[index - 2].shape
            else { continue }
            let inputs = parameters[index - 2].shape[0]
            result[index - 2] = kernel(arrays[index - 2], inputs: inputs, gates: gates, units: units)
            result[index - 1] = recurrent(arrays[index - 1], gates: gates, units: units)
            result[index] =
                gates == 4 ? .halvesAdded(arrays[index]) : .reshaped(arrays[index], shape: [2, gates * units])
        }
        return result
    }

    /// How many gates a layer has whose biases are stored in this shape; nil for one not made for that library.
    private static func gates(of stored: [Int], units: Int, wanted: [Int]) -> Int? {
        if stored == [8 * units], wanted == [4 * units] { return 4 }
        if stored == [6 * units], wanted == [2, 3 * units] { return 3 }
        return nil
    }

    /// (in, gates·out), each gate's values the rows of (out, in).
    private static func kernel(_ array: StoredArray, inputs: Int, gates: Int, units: Int) -> StoredArray {
        let apart = StoredArray.permuted(.reshaped(array, shape: [inputs, gates, units]), order: [1, 0, 2])
        let turned = StoredArray.permuted(.reshaped(apart, shape: [gates, units, inputs]), order: [2, 0, 1])
        return .reshaped(turned, shape: [inputs, gates * units])
    }

    /// (out, gates·out), each gate's square turned over its diagonal.
    private static func recurrent(_ array: StoredArray, gates: Int, units: Int) -> StoredArray {
        let turned = StoredArray.permuted(.reshaped(array, shape: [units, gates, units]), order: [2, 1, 0])
        return .reshaped(turned, shape: [units, gates * units])
    }
}
