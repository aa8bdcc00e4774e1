/// Brings the arrays of one layer from the form of Keras 1 into that of Keras 2.
///
/// Recurrent layers keep three arrays per gate, `W`, `U`, `b`; kernels stand as Theano has them where the channels come
/// first; one-dimensional convolutions are two-dimensional ones of width 1.
enum KerasOneWeights {
    /// The order of Keras 2's gates among Keras 1's: i, c, f, o becomes i, f, c, o; z, r, h stays.
    private static let gates = ["LSTM": [0, 2, 1, 3], "GRU": [0, 1, 2]]

    /// How many arrays Keras 1 keeps for a layer that has `count` in Keras 2.
    static func arrayCount(_ className: String, _ options: [String: JSONValue], _ count: Int) -> Int {
        if let gates = gates[className] { return 3 * gates.count }
        guard let (inner, innerOptions) = wrapped(options) else { return count }
        return className == "Bidirectional"
            ? 2 * arrayCount(inner, innerOptions, count / 2) : arrayCount(inner, innerOptions, count)
    }

    /// The arrays in Keras 2's form; what is not recognised stays as it is, to be found out by its shape.
    static func translate(
        _ arrays: [StoredArray],
        _ className: String,
        _ options: [String: JSONValue]
    ) -> [StoredArray] {
        if let order = gates[className], arrays.count == 3 * order.count {
            return (0..<3).map { part in .joined(order.map { arrays[3 * $0 + part] }) }
        }
        if let (inner, innerOptions) = wrapped(options) {
            guard className == "Bidirectional" else { return translate(arrays, inner, innerOptions) }
            let half = arrays.count / 2
            return translate(Array(arrays.prefix(half)), inner, innerOptions)
                + translate(Array(arrays.dropFirst(half)), inner, innerOptions)
        }
        guard let kernel = arrays.first else { return arrays }
        let isFirst = options["data_format"]?.string == "channels_first"
        return [translate(kernel: kernel, className, options, isFirst: isFirst)] + arrays.dropFirst()
    }

    private static func translate(
        kernel: StoredArray,
        _ className: String,
        _ options: [String: JSONValue],
        isFirst: Bool
    ) -> StoredArray {
        let shape = kernel.shape
        switch (className, shape.count) {
        case ("Conv1D", 4):
            let length = options["kernel_size"]?.numbers?.first.map { Int($0) }
            // Before Keras 1.1: (filters, in, length, 1); from then on (length, 1, in, filters).
            let isNew = shape[0] == length && shape[1] == 1 && shape[3] == options["filters"]?.integer
            let turned = isNew ? kernel : .permuted(kernel, order: [2, 3, 1, 0])
            let sides = turned.shape
            return .reshaped(turned, shape: [sides[0], sides[2], sides[3]])
        case ("Conv2D", 4) where isFirst: return .permuted(kernel, order: [2, 3, 1, 0])
        case ("Conv3D", 5) where isFirst: return .permuted(kernel, order: [2, 3, 4, 1, 0])
        case ("Conv2DTranspose", 4):
            return .permuted(kernel, order: isFirst ? [2, 3, 0, 1] : [0, 1, 3, 2])
        default: return kernel
        }
    }

    private static func wrapped(_ options: [String: JSONValue]) -> (String, [String: JSONValue])? {
        guard let inner = options["layer"]?.object, let className = inner["class_name"]?.string,
            let options = inner["config"]?.object
        else { return nil }
        return (className, options)
    }
}
