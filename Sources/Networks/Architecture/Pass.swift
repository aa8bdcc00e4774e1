import Tensors

/// How a forward pass runs.
public struct Pass {
    /// Whether dropout drops and batch normalisation uses the batch's own statistics.
    public let isTraining: Bool
    /// Where dropout draws from; nil at inference.
    public let generator: TensorGenerator?
    /// Whether convolutions multiply in bfloat16 (`Precision.mixed`).
    public let isMixed: Bool
    /// Layers, by index, that run as at inference in spite of training.
    let frozen: Set<Int>

    /// The largest momentum batch normalisation keeps its moving statistics with in training.
    ///
    /// Keras's default of 0.99 needs hundreds of steps to forget its start; a shadow model sees tens.
    public static let largestStatisticsMomentum = 0.9

    /// Inference: dropout is the identity, batch normalisation uses moving statistics.
    public static var inference: Pass { inference(isMixed: false) }

    /// Inference, with products in bfloat16 or all digits.
    public static func inference(isMixed: Bool) -> Pass {
        Pass(isTraining: false, generator: nil, isMixed: isMixed, frozen: [])
    }

    /// Training, with dropout drawn from `generator`.
    public static func training(
        _ generator: TensorGenerator,
        frozen: Set<Int> = [],
        isMixed: Bool = false
    ) -> Pass {
        Pass(isTraining: true, generator: generator, isMixed: isMixed, frozen: frozen)
    }

    /// How one layer runs in this pass.
    func of(layer: Int) -> Pass { frozen.contains(layer) ? .inference : self }
}
