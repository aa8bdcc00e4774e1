import CTorch

extension Tensor {
    /// x·W + b over the last axis; W is (in, out) as Keras stores it.
    public func linear(weight: Tensor, bias: Tensor?) throws(TensorError) -> Tensor {
        try .make("linear", ct_linear(box, weight.box, bias?.box))
    }

    /// Convolution over the axes after the second; x (N, C, …), W (out, in / groups, …), zero padding on both sides.
    public func convolution(
        weight: Tensor,
        bias: Tensor?,
        strides: [Int],
        padding: [Int],
        dilation: [Int],
        groups: Int = 1
    ) throws(TensorError) -> Tensor {
        try .make(
            "convolution",
            ct_convolution(
                box,
                weight.box,
                bias?.box,
                strides.int64,
                padding.int64,
                dilation.int64,
                Int32(strides.count),
                Int64(groups)
            )
        )
    }

    /// Largest value in each window; x (N, C, …), `padding` elements on both sides that no window counts.
    public func maxPool(window: [Int], strides: [Int], padding: [Int]? = nil) throws(TensorError) -> Tensor {
        let padding = (padding ?? window.map { _ in 0 }).int64
        return try .make(
            "max pooling",
            ct_max_pool(box, window.int64, strides.int64, padding, Int32(window.count))
        )
    }

    /// Mean of each window; x (N, C, …), `padding` elements on both sides that no window counts.
    public func averagePool(window: [Int], strides: [Int], padding: [Int]? = nil) throws(TensorError) -> Tensor {
        let padding = (padding ?? window.map { _ in 0 }).int64
        return try .make(
            "average pooling",
            ct_average_pool(box, window.int64, strides.int64, padding, Int32(window.count))
        )
    }

    /// Batch normalisation over axis 1; in training the moving statistics are updated in place as (1 − m)·old + m·batch.
    public func batchNormalized(
        gamma: Tensor?,
        beta: Tensor?,
        mean: Tensor,
        variance: Tensor,
        isTraining: Bool,
        momentum: Double,
        epsilon: Double
    ) throws(TensorError) -> Tensor {
        try .make(
            "batch normalisation",
            ct_batch_norm(box, gamma?.box, beta?.box, mean.box, variance.box, isTraining, momentum, epsilon)
        )
    }

    /// Layer normalisation over the last axes, whose sizes are `shape`.
    public func layerNormalized(
        shape: [Int],
        gamma: Tensor?,
        beta: Tensor?,
        epsilon: Double
    ) throws(TensorError) -> Tensor {
        try .make(
            "layer normalisation",
            ct_layer_norm(box, gamma?.box, beta?.box, shape.int64, Int32(shape.count), epsilon)
        )
    }

    /// Images resized to a height and width; x (N, C, H, W), half-pixel centres.
    public func resized(height: Int, width: Int, bilinear: Bool) throws(TensorError) -> Tensor {
        try .make("resize", ct_resize_2d(box, Int64(height), Int64(width), bilinear))
    }

    /// Mean cross-entropy of logits (N, K) against class indices (N).
    public func crossEntropy(labels: Tensor, labelSmoothing: Double = 0) throws(TensorError) -> Tensor {
        try .make("cross-entropy", ct_cross_entropy(box, labels.box, labelSmoothing))
    }

    /// Mean negative log-likelihood of log-probabilities (N, K) against class indices (N).
    public func negativeLogLikelihood(labels: Tensor) throws(TensorError) -> Tensor {
        try .make("negative log-likelihood", ct_negative_log_likelihood(box, labels.box))
    }

    /// Mean binary cross-entropy of logits against targets in [0, 1] of the same shape.
    public func binaryCrossEntropy(targets: Tensor) throws(TensorError) -> Tensor {
        try .make("binary cross-entropy", ct_binary_cross_entropy_logits(box, targets.box))
    }
}
