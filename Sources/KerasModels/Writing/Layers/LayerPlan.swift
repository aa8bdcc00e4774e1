import Tensors

/// One layer as it will stand in the file.
struct LayerPlan: Sendable {
    /// One array of it.
    struct Array: Sendable {
        /// How Keras stores it.
        let parameter: StoredParameter
        /// The engine's values.
        let values: TensorValues
        /// Whether Keras counts it among the trained ones.
        let isTrained: Bool
        /// What each element of the last axis is multiplied with; nil to leave it as it is.
        var factors: [Float]?

        /// The values as they are stored.
        func stored() throws(TensorError) -> [Float] {
            var floats = try parameter.keras(values)
            guard let factors, !factors.isEmpty else { return floats }
            for index in floats.indices { floats[index] *= factors[index % factors.count] }
            return floats
        }
    }

    /// The Keras class.
    let className: String
    /// The module of a class that Keras does not find without; nil for all others.
    var module: String?
    /// The options but for the name.
    var options: [String: JSONValue]
    /// The arrays in Keras's order.
    var arrays: [Array] = []
    /// The model a wrapper applies; its weights are the wrapper's.
    var wrapped: WrittenModel?
}
