import CTorch

extension Tensor {
    /// max(x, 0), elementwise.
    public func relu() throws(TensorError) -> Tensor {
        try .make("relu", ct_unary(CT_RELU, box))
    }

    /// 1 / (1 + e^−x), elementwise.
    public func sigmoid() throws(TensorError) -> Tensor {
        try .make("sigmoid", ct_unary(CT_SIGMOID, box))
    }

    /// Hyperbolic tangent, elementwise.
    public func tanh() throws(TensorError) -> Tensor {
        try .make("tanh", ct_unary(CT_TANH, box))
    }

    /// e^x, elementwise.
    public func exp() throws(TensorError) -> Tensor {
        try .make("exp", ct_unary(CT_EXP, box))
    }

    /// Natural logarithm, elementwise.
    public func log() throws(TensorError) -> Tensor {
        try .make("log", ct_unary(CT_LOG, box))
    }

    /// Square root, elementwise.
    public func squareRoot() throws(TensorError) -> Tensor {
        try .make("squareRoot", ct_unary(CT_SQRT, box))
    }

    /// 1 / √x, elementwise.
    public func reciprocalSquareRoot() throws(TensorError) -> Tensor {
        try .make("reciprocalSquareRoot", ct_unary(CT_RSQRT, box))
    }

    /// −x, elementwise.
    public func negated() throws(TensorError) -> Tensor {
        try .make("negated", ct_unary(CT_NEG, box))
    }

    /// |x|, elementwise.
    public func magnitude() throws(TensorError) -> Tensor {
        try .make("magnitude", ct_unary(CT_ABS, box))
    }

    /// x², elementwise.
    public func squared() throws(TensorError) -> Tensor {
        try .make("squared", ct_unary(CT_SQUARE, box))
    }

    /// log(1 + e^x), elementwise.
    public func softplus() throws(TensorError) -> Tensor {
        try .make("softplus", ct_unary(CT_SOFTPLUS, box))
    }

    /// x / (1 + |x|), elementwise.
    public func softsign() throws(TensorError) -> Tensor {
        try .make("softsign", ct_unary(CT_SOFTSIGN, box))
    }

    /// Gaussian error linear unit, elementwise.
    public func gelu() throws(TensorError) -> Tensor {
        try .make("gelu", ct_unary(CT_GELU, box))
    }

    /// Gaussian error linear unit in its tanh approximation, elementwise.
    public func geluTanh() throws(TensorError) -> Tensor {
        try .make("geluTanh", ct_unary(CT_GELU_TANH, box))
    }

    /// x · sigmoid(x), elementwise.
    public func silu() throws(TensorError) -> Tensor {
        try .make("silu", ct_unary(CT_SILU, box))
    }

    /// Scaled exponential linear unit, elementwise.
    public func selu() throws(TensorError) -> Tensor {
        try .make("selu", ct_unary(CT_SELU, box))
    }

    /// min(max(x, 0), 6), elementwise.
    public func relu6() throws(TensorError) -> Tensor {
        try .make("relu6", ct_unary(CT_RELU6, box))
    }

    /// x · tanh(softplus(x)), elementwise.
    public func mish() throws(TensorError) -> Tensor {
        try .make("mish", ct_unary(CT_MISH, box))
    }

    /// The same values stored in row-major order.
    public func contiguous() throws(TensorError) -> Tensor {
        try .make("contiguous", ct_unary(CT_CONTIGUOUS, box))
    }

    /// The same values outside the gradient graph.
    public func detached() throws(TensorError) -> Tensor {
        try .make("detached", ct_unary(CT_DETACH, box))
    }

    /// A copy of the values.
    public func cloned() throws(TensorError) -> Tensor {
        try .make("cloned", ct_unary(CT_CLONE, box))
    }

    /// log(1 / (1 + e^−x)), elementwise.
    public func logSigmoid() throws(TensorError) -> Tensor {
        try .make("logSigmoid", ct_unary(CT_LOG_SIGMOID, box))
    }
}
