extension Architecture {
    /// Whether `Precision.mixed` changes anything for this network: whether a convolution is wide enough.
    public var gainsFromBfloat16: Bool {
        layers.contains { named in
            switch named.layer {
            case let convolution as Convolution: convolution.gainsFromBfloat16
            case let nested as NestedModel: nested.architecture.gainsFromBfloat16
            default: false
            }
        }
    }
}
