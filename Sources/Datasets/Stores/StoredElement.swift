import HDF5

/// What one stored number is, in native byte order.
enum StoredElement: String, Sendable {
    case uint8, int8, uint16, int16, uint32, int32, uint64, int64, float16, float32, float64

    var byteCount: Int {
        switch self {
        case .uint8, .int8: 1
        case .uint16, .int16, .float16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64: 8
        }
    }

    init?(_ type: HDF5ElementType) {
        switch type {
        case .uint8: self = .uint8
        case .int8: self = .int8
        case .uint16: self = .uint16
        case .int16: self = .int16
        case .uint32: self = .uint32
        case .int32: self = .int32
        case .uint64: self = .uint64
        case .int64: self = .int64
        case .float16: self = .float16
        case .float32: self = .float32
        case .float64: self = .float64
        case .string, .other: return nil
        }
    }

    /// The numbers as Float.
    func floats(_ bytes: [UInt8]) -> [Float] {
        switch self {
        case .uint8: map(bytes, UInt8.self) { Float($0) }
        case .int8: map(bytes, Int8.self) { Float($0) }
        case .uint16: map(bytes, UInt16.self) { Float($0) }
        case .int16: map(bytes, Int16.self) { Float($0) }
        case .uint32: map(bytes, UInt32.self) { Float($0) }
        case .int32: map(bytes, Int32.self) { Float($0) }
        case .uint64: map(bytes, UInt64.self) { Float($0) }
        case .int64: map(bytes, Int64.self) { Float($0) }
        case .float16: map(bytes, Float16.self) { Float($0) }
        case .float32: map(bytes, Float.self) { $0 }
        case .float64: map(bytes, Double.self) { Float($0) }
        }
    }

    /// The numbers as Double.
    func doubles(_ bytes: [UInt8]) -> [Double] {
        switch self {
        case .uint32: map(bytes, UInt32.self) { Double($0) }
        case .int32: map(bytes, Int32.self) { Double($0) }
        case .uint64: map(bytes, UInt64.self) { Double($0) }
        case .int64: map(bytes, Int64.self) { Double($0) }
        case .float64: map(bytes, Double.self) { $0 }
        default: floats(bytes).map { Double($0) }
        }
    }

    /// The index of the first number that is NaN or infinite, or that Float cannot hold.
    func firstNonFinite(_ bytes: [UInt8]) -> Int? {
        switch self {
        case .float16: first(bytes, Float16.self) { !$0.isFinite }
        case .float32: first(bytes, Float.self) { !$0.isFinite }
        case .float64: first(bytes, Double.self) { !Float($0).isFinite }
        default: nil
        }
    }

    private func map<Element: BitwiseCopyable, Value: BitwiseCopyable>(
        _ bytes: [UInt8],
        _: Element.Type,
        _ convert: (Element) -> Value
    ) -> [Value] {
        let count = bytes.count / MemoryLayout<Element>.size
        return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            bytes.withUnsafeBytes { raw in
                for index in 0..<count {
                    buffer[index] = convert(
                        raw.loadUnaligned(fromByteOffset: index * MemoryLayout<Element>.size, as: Element.self)
                    )
                }
            }
            initialized = count
        }
    }

    private func first<Element: BitwiseCopyable>(
        _ bytes: [UInt8],
        _: Element.Type,
        where matches: (Element) -> Bool
    ) -> Int? {
        bytes.withUnsafeBytes { raw in
            (0..<bytes.count / MemoryLayout<Element>.size).first {
                matches(raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Element>.size, as: Element.self))
            }
        }
    }
}
