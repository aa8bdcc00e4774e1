import Tensors

/// How the convolutions of a network multiply while it is trained; weights, their steps, and all answers are float32.
public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// `mixed` where the processor has instructions for it, else `float32`.
    case automatic
    /// 32-bit products.
    case float32
    /// Products of bfloat16 numbers, summed in float32 (Micikevicius et al. 2018; Kalamkar et al. 2019): a digit less in each
    /// gradient, for a half to a third of the time.
    case mixed

    /// What this is on a device of this machine: `float32` or `mixed`.
    public func resolved(on device: Device) -> Precision {
        guard self == .automatic else { return self }
        return device == .cpu && Engine.hasFastBfloat16 ? .mixed : .float32
    }

    /// Whether convolutions multiply in bfloat16 on a device of this machine.
    public func isMixed(on device: Device) -> Bool { resolved(on: device) == .mixed }
}
