import Networks
import Tensors

extension Weights {
    /// Changes the values of one parameter of one layer.
    mutating func change(_ layer: Int, _ parameter: Int, _ change: (inout [Float]) -> Void) {
        let values = layers[layer][parameter]
        var floats = values.floats
        change(&floats)
        layers[layer][parameter] = TensorValues(shape: values.shape, floats: floats)
    }
}
