import CTorch

/// Where tensors live.
public enum Device: String, Sendable, Hashable, CaseIterable {
    /// The processor.
    case cpu
    /// The first CUDA device.
    case cuda

    var code: ct_device { self == .cpu ? CT_CPU : CT_CUDA }

    /// Makes sure the device is there.
    ///
    /// - Throws: `TensorError.deviceUnavailable`.
    public func require() throws(TensorError) {
        guard self == .cpu || ct_cuda_available() else {
            throw TensorError(
                .deviceUnavailable,
                "no CUDA device is available to libtorch \(Engine.version)",
                remedy:
                    "Use --device cpu, or build with LAYERAUDIT_TORCH=/path/to/a/CUDA/libtorch on a machine with a GPU."
            )
        }
    }
}
