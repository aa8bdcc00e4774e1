import CTorch

extension Tensor {
    /// Elementwise sum; shapes broadcast.
    public func adding(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("add", ct_binary(CT_ADD, box, other.box))
    }

    /// Elementwise difference; shapes broadcast.
    public func subtracting(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("subtract", ct_binary(CT_SUB, box, other.box))
    }

    /// Elementwise product; shapes broadcast.
    public func multiplying(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("multiply", ct_binary(CT_MUL, box, other.box))
    }

    /// Elementwise quotient; shapes broadcast.
    public func dividing(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("divide", ct_binary(CT_DIV, box, other.box))
    }

    /// Elementwise larger value; shapes broadcast.
    public func maximum(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("maximum", ct_binary(CT_MAXIMUM, box, other.box))
    }

    /// Elementwise smaller value; shapes broadcast.
    public func minimum(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("minimum", ct_binary(CT_MINIMUM, box, other.box))
    }

    /// Matrix product over the last two axes; leading axes broadcast.
    public func matrixProduct(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("matrix product", ct_binary(CT_MATMUL, box, other.box))
    }

    /// Elementwise equality.
    public func equal(_ other: Tensor) throws(TensorError) -> Tensor {
        try .make("equal", ct_binary(CT_EQUAL, box, other.box))
    }

    /// Elementwise: whether this value is less than the other.
    public func less(than other: Tensor) throws(TensorError) -> Tensor {
        try .make("less than", ct_binary(CT_LESS, box, other.box))
    }

    /// Adds a number to each element.
    public func adding(_ value: Double) throws(TensorError) -> Tensor {
        try .make("add", ct_scalar(CT_ADD_S, box, value))
    }

    /// Multiplies each element with a number.
    public func multiplying(_ value: Double) throws(TensorError) -> Tensor {
        try .make("multiply", ct_scalar(CT_MUL_S, box, value))
    }

    /// Raises each element to a power.
    public func power(_ value: Double) throws(TensorError) -> Tensor {
        try .make("power", ct_scalar(CT_POW_S, box, value))
    }

    /// Elementwise max(x, low).
    public func clamped(low: Double) throws(TensorError) -> Tensor {
        try .make("clamp", ct_scalar(CT_CLAMP_MIN_S, box, low))
    }

    /// Elementwise min(x, high).
    public func clamped(high: Double) throws(TensorError) -> Tensor {
        try .make("clamp", ct_scalar(CT_CLAMP_MAX_S, box, high))
    }

    /// x for positive, slope·x for negative elements.
    public func leakyRelu(slope: Double) throws(TensorError) -> Tensor {
        try .make("leaky relu", ct_scalar(CT_LEAKY_RELU_S, box, slope))
    }

    /// x for positive, alpha·(e^x − 1) for negative elements.
    public func elu(alpha: Double) throws(TensorError) -> Tensor { try .make("elu", ct_scalar(CT_ELU_S, box, alpha)) }

    /// x for positive, alpha·(e^(x / alpha) − 1) for negative elements.
    public func celu(alpha: Double) throws(TensorError) -> Tensor {
        try .make("celu", ct_scalar(CT_CELU_S, box, alpha))
    }

    /// x where |x| exceeds the threshold, else 0.
    public func hardShrunk(threshold: Double) throws(TensorError) -> Tensor {
        try .make("hard shrink", ct_scalar(CT_HARD_SHRINK_S, box, threshold))
    }

    /// x moved towards 0 by the threshold, 0 where that would cross it.
    public func softShrunk(threshold: Double) throws(TensorError) -> Tensor {
        try .make("soft shrink", ct_scalar(CT_SOFT_SHRINK_S, box, threshold))
    }

    /// Elementwise: this value where a condition (of truth values) holds, else the other's; shapes broadcast.
    public func kept(where condition: Tensor, else other: Tensor) throws(TensorError) -> Tensor {
        try .make("choose", ct_where(condition.box, box, other.box))
    }

    /// Sum over the given axes.
    public func sum(axes: [Int], keepingAxes: Bool = false) throws(TensorError) -> Tensor {
        try reduced(CT_SUM, axes, keepingAxes)
    }

    /// Mean over the given axes.
    public func mean(axes: [Int], keepingAxes: Bool = false) throws(TensorError) -> Tensor {
        try reduced(CT_MEAN, axes, keepingAxes)
    }

    /// Largest value over the given axes.
    public func max(axes: [Int], keepingAxes: Bool = false) throws(TensorError) -> Tensor {
        try reduced(CT_AMAX, axes, keepingAxes)
    }

    /// Smallest value over the given axes.
    public func min(axes: [Int], keepingAxes: Bool = false) throws(TensorError) -> Tensor {
        try reduced(CT_AMIN, axes, keepingAxes)
    }

    /// Variance (dividing by n) over the given axes.
    public func variance(axes: [Int], keepingAxes: Bool = false) throws(TensorError) -> Tensor {
        try reduced(CT_VARIANCE, axes, keepingAxes)
    }

    private func reduced(_ op: ct_reduce_op, _ axes: [Int], _ keep: Bool) throws(TensorError) -> Tensor {
        try .make("reduce", ct_reduce(op, box, axes.int64, Int32(axes.count), keep))
    }

    /// Index of the largest value along an axis.
    public func argmax(axis: Int) throws(TensorError) -> Tensor { try .make("argmax", ct_argmax(box, Int64(axis))) }

    /// Softmax along an axis.
    public func softmax(axis: Int) throws(TensorError) -> Tensor { try .make("softmax", ct_softmax(box, Int64(axis))) }

    /// Logarithm of the softmax along an axis.
    public func logSoftmax(axis: Int) throws(TensorError) -> Tensor {
        try .make("log softmax", ct_log_softmax(box, Int64(axis)))
    }
}
