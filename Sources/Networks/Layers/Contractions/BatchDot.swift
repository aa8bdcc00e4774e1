import Tensors

/// The sum of products of two tensors along one axis of each, record by record.
public struct BatchDot: Layer {
    /// The axis of each tensor that is summed over (N is 0).
    public let axes: [Int]
    /// Whether both are scaled to length 1 along their axis first, so that cosines come out.
    public let isNormalized: Bool

    /// Describes a product.
    public init(axes: [Int], isNormalized: Bool = false) {
        self.axes = axes
        self.isNormalized = isNormalized
    }

    /// The first record's other axes, then the second's; (1) when there are none.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs.count == 2, axes.count == 2,
            zip(axes, inputs).allSatisfy({ $0 >= 1 && $0 <= $1.count }),
            inputs[0][axes[0] - 1] == inputs[1][axes[1] - 1]
        else { throw .shape("BatchDot", "cannot multiply \(inputs) along the axes \(axes)") }
        let shape = rest(inputs[0], axes[0]) + rest(inputs[1], axes[1])
        return shape.isEmpty ? [1] : shape
    }

    /// One per element of both tensors' other axes and of the common one.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        guard let output = try? outputShape(inputs) else { return 0 }
        return (output + [inputs[0][axes[0] - 1]]).saturatedProduct()
    }

    /// Σ x·y along the axes.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var x = inputs[0]
        var y = inputs[1]
        if isNormalized {
            x = try x.scaledToLengthOne(axes: [axes[0]])
            y = try y.scaledToLengthOne(axes: [axes[1]])
        }
        let common = x.shape[axes[0]]
        let left = rest(Array(x.shape.dropFirst()), axes[0])
        let right = rest(Array(y.shape.dropFirst()), axes[1])
        let first = try x.permuted((0..<x.rank).filter { $0 != axes[0] } + [axes[0]])
        let second = try y.permuted([0, axes[1]] + (1..<y.rank).filter { $0 != axes[1] })
        let records = x.shape[0]
        let product = try first.reshaped([records, left.saturatedProduct(), common])
            .matrixProduct(second.reshaped([records, common, right.saturatedProduct()]))
        return try product.reshaped([records] + (left.isEmpty && right.isEmpty ? [1] : left + right))
    }

    private func rest(_ record: [Int], _ axis: Int) -> [Int] {
        record.enumerated().filter { $0.offset != axis - 1 }.map(\.element)
    }
}
