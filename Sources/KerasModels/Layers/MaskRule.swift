import Networks

/// What becomes of Keras's masks (N, T) at a layer: 1 where a step counts, 0 where it is left out.
enum MaskRule {
    /// The output carries no mask.
    case dropped
    /// The output carries the first input's mask.
    case passed
    /// The output carries the first input's mask, and attentions that run later find no mask on the inputs.
    case taken
    /// The layer makes a mask of its positional input tensors.
    case made(any Layer)
    /// A layer makes one mask of the masks that the inputs carry, in the inputs' order.
    case merged(any Layer)

    /// The classes with one input that keep the mask and compute the same without it.
    static let passing: Set<String> = [
        "Dense", "TimeDistributedDense", "Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "ThresholdedReLU",
        "BatchNormalization", "SyncBatchNormalization", "LayerNormalization", "GroupNormalization",
        "UnitNormalization", "Dropout", "GaussianDropout", "GaussianNoise", "AlphaDropout", "ActivityRegularization",
        "Identity", "Rescaling", "Normalization", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D",
    ]

    /// The classes that delete the masks of what they take, in Keras 3.
    static let ending: Set<String> = ["MultiHeadAttention"]

    /// The classes that Keras 3 calls with a mask it wrote down when the model was built.
    static let writingDown: Set<String> = [
        "SimpleRNN", "LSTM", "GRU", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "Bidirectional",
        "TimeDistributed", "BatchNormalization", "SyncBatchNormalization", "GlobalAveragePooling1D", "Softmax",
    ]

    /// Whether a layer's output is the very tensor it takes when no training goes on, mask included.
    static func handsOn(_ layer: any Layer, _ className: String) -> Bool {
        guard passing.contains(className) else { return false }
        if let activation = layer as? ActivationLayer { return activation.function == .linear }
        return layer is Identity || className.hasSuffix("Noise") || className.contains("Dropout")
    }
}
