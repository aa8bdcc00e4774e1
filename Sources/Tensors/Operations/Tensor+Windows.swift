import CTorch

extension Tensor {
    /// Transposed convolution over the axes after the second; x (N, C, …), W (in, out, …).
    ///
    /// The output has (length − 1)·stride + extent − 2·padding + output padding elements per axis.
    public func transposedConvolution(
        weight: Tensor,
        bias: Tensor?,
        strides: [Int],
        padding: [Int],
        outputPadding: [Int],
        dilation: [Int]
    ) throws(TensorError) -> Tensor {
        try .make(
            "transposed convolution",
            ct_transposed_convolution(
                box,
                weight.box,
                bias?.box,
                strides.int64,
                padding.int64,
                outputPadding.int64,
                dilation.int64,
                Int32(strides.count)
            )
        )
    }

    /// Largest value or mean of as many about equal windows as `size` says; x (N, C, …) with two or three axes more.
    public func adaptivelyPooled(size: [Int], maximum: Bool) throws(TensorError) -> Tensor {
        try .make("adaptive pooling", ct_adaptive_pool(box, size.int64, Int32(size.count), maximum))
    }

    /// Normalisation over groups of channels and everything after them; x (N, C, …), γ and β (C).
    public func groupNormalized(
        groups: Int,
        gamma: Tensor?,
        beta: Tensor?,
        epsilon: Double
    ) throws(TensorError) -> Tensor {
        try .make("group normalisation", ct_group_norm(box, Int64(groups), gamma?.box, beta?.box, epsilon))
    }

    /// All windows along an axis, without moving values: the axis counts the windows, a new last axis their elements.
    public func windows(axis: Int, size: Int, step: Int) throws(TensorError) -> Tensor {
        try .make("windows", ct_windows(box, Int64(axis), Int64(size), Int64(step)))
    }

    /// The sum of products an equation such as `abc,cd->abd` describes.
    public static func einsum(_ equation: String, _ tensors: [Tensor]) throws(TensorError) -> Tensor {
        try .make("einsum \(equation)", ct_einsum(equation, tensors.map(\.box), Int32(tensors.count)))
    }

    /// How many of some ascending boundaries each value reaches (int64).
    public func bucketized(boundaries: Tensor) throws(TensorError) -> Tensor {
        try .make("bucketize", ct_bucketize(box, boundaries.box))
    }

    /// The values of an axis in descending order.
    public func sortedDescending(axis: Int) throws(TensorError) -> Tensor {
        try .make("sort", ct_sort_descending(box, Int64(axis)))
    }

    /// Running sums along an axis.
    public func cumulativeSum(axis: Int) throws(TensorError) -> Tensor {
        try .make("cumulative sum", ct_cumulative_sum(box, Int64(axis)))
    }
}
