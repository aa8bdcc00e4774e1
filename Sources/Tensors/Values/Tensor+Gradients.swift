import CTorch

extension Tensor {
    /// Whether the engine records gradients for this tensor.
    public var requiresGradient: Bool { ct_requires_gradient(box) }

    /// Switches the recording of gradients on or off for a leaf tensor.
    public func setRequiresGradient(_ isOn: Bool) throws(TensorError) {
        guard ct_set_requires_gradient(box, isOn) == 0 else { throw TensorError.last("requires gradient") }
    }

    /// Computes the gradients of this scalar for every leaf that asks for them.
    public func backward() throws(TensorError) {
        guard ct_backward(box) == 0 else { throw TensorError.last("backward") }
    }

    /// The gradient that `backward` left; nil before it.
    public var gradient: Tensor? { ct_gradient(box).map(Tensor.init(owning:)) }

    /// Drops the gradient.
    public func clearGradient() { ct_clear_gradient(box) }

    /// Overwrites this tensor's values, without recording a gradient.
    public func assign(_ source: Tensor) throws(TensorError) {
        guard ct_copy_into(box, source.box) == 0 else { throw TensorError.last("assign") }
    }
}
