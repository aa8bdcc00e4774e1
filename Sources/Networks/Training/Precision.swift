import Tensors

/// How the convolutions of a network multiply while it is trained; weights, their steps, and all answers are float32.
public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// `mixed` where the processor has instructions for it, else `float32`.
    case automatic
    /// 32-bit products.
    case float32
    /// Products of bfloat16 numbers, summed in float32 (Micikevicius et al. 2018; Kalamkar et al. 2019): fewer digits in each
    /// gradient, for a half to a third of the time. Layers hand such numbers on to normalisation, ReLU and addition, which
    /// compute in float32.
    case mixed

    /// What this is on a device of this machine: `float32` or `mixed`.
    public func resolved(on device: Device) -> Precision {
        guard self == .automatic else { return self }
        return device == .cpu && Engine.hasFastBfloat16 ? .mixed : .float32
    }

    /// Whether a network runs in bfloat16, where it lies; not where that changes nothing but digits.
    public func isMixed(_ network: Network) -> Bool {
        resolved(on: network.device) == .mixed && network.architecture.gainsFromBfloat16
    }
}
