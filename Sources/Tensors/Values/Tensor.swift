import CTorch

/// A tensor of the engine; released with its last reference.
///
/// Not Sendable: a tensor stays with the thread and the owner that made it; values cross threads as `TensorValues`.
public final class Tensor {
    let box: ct_tensor

    /// Takes ownership of what the engine returned.
    init(owning box: ct_tensor) { self.box = box }

    deinit { ct_free(box) }

    /// The result of an engine call, or the engine's failure.
    static func make(_ operation: String, _ box: ct_tensor?) throws(TensorError) -> Tensor {
        guard let box else { throw TensorError.last(operation) }
        return Tensor(owning: box)
    }

    /// Makes a float tensor from host values.
    ///
    /// - Throws: `TensorError.wrongType` when the count does not fit the shape.
    public convenience init(_ values: [Float], shape: [Int], device: Device = .cpu) throws(TensorError) {
        try self.init(copying: values, type: .float32, shape: shape, device: device)
    }

    /// Makes a float tensor from host values.
    public convenience init(_ values: TensorValues, device: Device = .cpu) throws(TensorError) {
        try self.init(copying: values.floats, type: .float32, shape: values.shape, device: device)
    }

    /// Makes a tensor of 64-bit integers.
    public convenience init(_ values: [Int], shape: [Int]? = nil, device: Device = .cpu) throws(TensorError) {
        try self.init(copying: values, type: .int64, shape: shape ?? [values.count], device: device)
    }

    /// Makes a double tensor from host values.
    public convenience init(doubles values: [Double], shape: [Int], device: Device = .cpu) throws(TensorError) {
        try self.init(copying: values, type: .float64, shape: shape, device: device)
    }

    /// The places of a shape; nil where it has a negative length or more places than can be counted.
    private static func places(_ shape: [Int]) -> Int? {
        var places = 1
        for length in shape {
            let (product, overflow) = places.multipliedReportingOverflow(by: length)
            guard length >= 0, !overflow else { return nil }
            places = product
        }
        return places
    }

    private init<Element: BitwiseCopyable>(
        copying values: [Element],
        type: ElementType,
        shape: [Int],
        device: Device
    ) throws(TensorError) {
        guard Self.places(shape) == values.count else {
            throw TensorError(
                .wrongType,
                "\(values.count) values do not fill the shape \(shape)",
                remedy: "Give as many values as the shape has places."
            )
        }
        let made = values.withUnsafeBytes { bytes in
            shape.int64.withUnsafeBufferPointer {
                ct_from_bytes(bytes.baseAddress, type.code, $0.baseAddress, Int32(shape.count), device.code)
            }
        }
        guard let made else { throw TensorError.last("tensor from values") }
        box = made
    }

    /// A tensor filled with one value.
    public static func full(
        _ value: Double,
        shape: [Int],
        type: ElementType = .float32,
        device: Device = .cpu
    ) throws(TensorError) -> Tensor {
        try make("fill", ct_full(value, type.code, shape.int64, Int32(shape.count), device.code))
    }

    /// A tensor of zeros.
    public static func zeros(_ shape: [Int], device: Device = .cpu) throws(TensorError) -> Tensor {
        try full(0, shape: shape, device: device)
    }

    /// Number of axes.
    public var rank: Int { Int(ct_rank(box)) }

    /// The shape, outermost axis first.
    public var shape: [Int] { (0..<ct_rank(box)).map { Int(ct_size(box, $0)) } }

    /// Number of elements.
    public var count: Int { shape.reduce(1, *) }

    /// Where the tensor lives.
    public var device: Device { ct_device_of(box) == Int32(CT_CUDA.rawValue) ? .cuda : .cpu }

    /// Whether the values lie in memory in row-major order.
    public var isContiguous: Bool { ct_is_contiguous(box) }

    /// The values as floats, in row-major order.
    public func floats() throws(TensorError) -> [Float] { try copied(.float32, zero: Float(0)) }

    /// The values as doubles, in row-major order.
    public func doubles() throws(TensorError) -> [Double] { try copied(.float64, zero: Double(0)) }

    /// The values as integers, in row-major order.
    public func integers() throws(TensorError) -> [Int] { try copied(.int64, zero: 0) }

    /// The values with their shape.
    public func values() throws(TensorError) -> TensorValues { TensorValues(shape: shape, floats: try floats()) }

    /// The only value of a one-element tensor.
    ///
    /// - Throws: `TensorError.wrongType` when there are none or several.
    public func scalar() throws(TensorError) -> Double {
        let values = try doubles()
        guard values.count == 1 else {
            throw TensorError(
                .wrongType,
                "a tensor of \(values.count) values is not one number",
                remedy: "Reduce it first."
            )
        }
        return values[0]
    }

    private func copied<Element: BitwiseCopyable>(_ type: ElementType, zero: Element) throws(TensorError) -> [Element] {
        var out = Array(repeating: zero, count: count)
        let failed = out.withUnsafeMutableBytes { ct_copy_out(box, type.code, $0.baseAddress, Int64(count)) }
        guard failed == 0 else { throw TensorError.last("read values") }
        return out
    }
}

extension [Int] {
    /// The same numbers in the engine's integer type.
    var int64: [Int64] { map(Int64.init) }
}
