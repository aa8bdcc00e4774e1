import Networks
import Tensors

/// How Keras stores one parameter, and how that becomes the engine's.
struct StoredParameter: Sendable {
    /// The name, such as `kernel`.
    let name: String
    /// The shape in the file.
    let shape: [Int]
    /// The stored axes in the engine's order; nil when it is the same.
    let engineOrder: [Int]?
    /// The engine's shape.
    let engineShape: [Int]
    /// Whether its spatial axes run backwards when Theano wrote the file (there a convolution mirrors its kernel).
    let isKernel: Bool
    /// The parts of the layer that own it, from the outside in, in files of Keras 3, such as `query_dense`.
    let path: [String]
    /// Further parts in whose place files of Keras 3 keep it once more.
    let copies: [[String]]

    /// A parameter that is stored as the engine has it.
    init(_ name: String, _ shape: [Int], path: [String] = []) {
        self.name = name
        self.shape = shape
        self.engineOrder = nil
        self.engineShape = shape
        self.isKernel = false
        self.path = path
        self.copies = []
    }

    /// A parameter whose axes the engine has in another order, perhaps then under another shape.
    init(
        _ name: String,
        _ shape: [Int],
        engineOrder: [Int],
        engineShape: [Int]? = nil,
        isKernel: Bool = false,
        path: [String] = []
    ) {
        self.name = name
        self.shape = shape
        self.engineOrder = engineOrder
        self.engineShape = engineShape ?? engineOrder.map { shape[$0] }
        self.isKernel = isKernel
        self.path = path
        self.copies = []
    }

    /// The same parameter as it belongs to a part of another layer.
    func inside(_ part: String) -> StoredParameter {
        StoredParameter(self, path: [part] + path, copies: copies.map { [part] + $0 })
    }

    /// The same parameter, which files of Keras 3 keep at another part too.
    func copied(at part: [String]) -> StoredParameter {
        StoredParameter(self, path: path, copies: copies + [part])
    }

    private init(_ other: StoredParameter, path: [String], copies: [[String]]) {
        name = other.name
        shape = other.shape
        engineOrder = other.engineOrder
        engineShape = other.engineShape
        isKernel = other.isKernel
        self.path = path
        self.copies = copies
    }

    /// Number of values, or nil beyond any real layer (2³⁴ values, 64 GiB).
    var count: Int? {
        var total = 1
        for length in shape {
            let (product, isOver) = total.multipliedReportingOverflow(by: length)
            guard !isOver, product <= 1 << 34 else { return nil }
            total = product
        }
        return total
    }

    /// The engine's values of stored ones.
    func engine(_ floats: [Float], isMirrored: Bool = false) throws(TensorError) -> TensorValues {
        guard let engineOrder else { return TensorValues(shape: engineShape, floats: floats) }
        var values = try Tensor(floats, shape: shape).permuted(engineOrder).floats()
        if isMirrored, isKernel {
            // All spatial axes mirrored at once: each filter's values in reverse.
            let area = engineShape.dropFirst(2).reduce(1, *)
            for start in stride(from: 0, to: values.count, by: max(1, area)) {
                values[start..<start + area].reverse()
            }
        }
        return TensorValues(shape: engineShape, floats: values)
    }

    /// The stored values of the engine's.
    func keras(_ values: TensorValues) throws(TensorError) -> [Float] {
        guard let engineOrder else { return values.floats }
        let inverse = engineOrder.indices.map { axis in engineOrder.firstIndex(of: axis) ?? axis }
        return try Tensor(values.floats, shape: engineOrder.map { shape[$0] }).permuted(inverse).floats()
    }
}
