import Tensors

/// What training drops in a recurrent layer: the same places at every step of a record (Gal & Ghahramani 2016).
public struct RecurrentDropout: Sendable, Hashable {
    /// Share of the inputs, in [0, 1).
    public let inputs: Double
    /// Share of the output that goes into the next step, in [0, 1).
    public let states: Double

    /// Describes what is dropped.
    public init(inputs: Double = 0, states: Double = 0) {
        self.inputs = inputs
        self.states = states
    }

    /// Nothing.
    public static var none: RecurrentDropout { RecurrentDropout() }

    /// Factors for a tensor: 0 or 1 / (1 − rate); nil where nothing is dropped.
    func factors(_ rate: Double, shape: [Int], _ pass: Pass, _ device: Device) throws(TensorError) -> Tensor? {
        guard pass.isTraining, rate > 0, rate < 1, pass.generator != nil else { return nil }
        return try Dropout(rate: rate).forward([.full(1, shape: shape, device: device)], [], pass)
    }
}
