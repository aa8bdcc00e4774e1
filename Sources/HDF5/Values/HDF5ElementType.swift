import CHDF5
import CRehearsal

/// What one element of a dataset is.
public enum HDF5ElementType: Sendable, Hashable {
    /// Unsigned integers.
    case uint8, uint16, uint32, uint64
    /// Signed integers; NumPy's booleans are stored as `int8`.
    case int8, int16, int32, int64
    /// IEEE floating point.
    case float16, float32, float64
    /// Text of fixed or variable length.
    case string
    /// Anything else, in libhdf5's words.
    case other(String)

    /// Bytes of one element; nil for text and for other kinds.
    public var byteCount: Int? {
        switch self {
        case .uint8, .int8: 1
        case .uint16, .int16, .float16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64: 8
        case .string, .other: nil
        }
    }

    /// Whether elements are whole numbers.
    public var isInteger: Bool {
        switch self {
        case .uint8, .uint16, .uint32, .uint64, .int8, .int16, .int32, .int64: true
        case .float16, .float32, .float64, .string, .other: false
        }
    }

    /// Whether elements are IEEE floating point numbers.
    public var isFloat: Bool {
        switch self {
        case .float16, .float32, .float64: true
        default: false
        }
    }

    /// Reads the kind off a datatype; called under the library's lock.
    init(_ type: hid_t) {
        let bytes = Int(H5Tget_size(type))
        switch H5Tget_class(type) {
        case H5T_INTEGER, H5T_FLOAT, H5T_ENUM: self = Self.number(type, bytes)
        case H5T_STRING: self = .string
        case H5T_COMPOUND: self = .other("compound")
        case H5T_OPAQUE: self = .other("opaque")
        case H5T_ARRAY: self = .other("array")
        case H5T_VLEN: self = .other("variable-length sequence")
        case H5T_REFERENCE: self = .other("reference")
        case H5T_BITFIELD: self = .other("bit field")
        default: self = .other("unknown")
        }
    }

    private static func number(_ type: hid_t, _ bytes: Int) -> HDF5ElementType {
        guard rehearsal_is_number(type) else { return .other("number of \(bytes) bytes with bits outside them") }
        if H5Tget_class(type) == H5T_FLOAT { return float(type, bytes) }
        let isEnumeration = H5Tget_class(type) == H5T_ENUM
        let base = isEnumeration ? H5Tget_super(type) : type
        defer { if isEnumeration { H5Tclose(base) } }
        return integer(bytes, signed: H5Tget_sign(base) != H5T_SGN_NONE)
    }

    private static func integer(_ bytes: Int, signed: Bool) -> HDF5ElementType {
        switch (bytes, signed) {
        case (1, false): .uint8
        case (2, false): .uint16
        case (4, false): .uint32
        case (8, false): .uint64
        case (1, true): .int8
        case (2, true): .int16
        case (4, true): .int32
        case (8, true): .int64
        default: .other("integer of \(bytes) bytes")
        }
    }

    private static func float(_ type: hid_t, _ bytes: Int) -> HDF5ElementType {
        var sign = 0
        var exponent = 0
        var exponentBits = 0
        var mantissa = 0
        var mantissaBits = 0
        H5Tget_fields(type, &sign, &exponent, &exponentBits, &mantissa, &mantissaBits)
        switch (bytes, exponentBits, mantissaBits) {
        case (2, 5, 10): return .float16
        case (4, 8, 23): return .float32
        case (8, 11, 52): return .float64
        default: return .other("float of \(bytes) bytes")
        }
    }

    /// A new datatype to store this kind under, little-endian; the caller closes it. Nil for other kinds.
    func makeStored() -> hid_t? {
        switch self {
        case .uint8: return H5Tcopy(hdf5_stored_uint8())
        case .int8: return H5Tcopy(hdf5_stored_int8())
        case .uint16: return H5Tcopy(hdf5_stored_uint16())
        case .int16: return H5Tcopy(hdf5_stored_int16())
        case .uint32: return H5Tcopy(hdf5_stored_uint32())
        case .int32: return H5Tcopy(hdf5_stored_int32())
        case .uint64: return H5Tcopy(hdf5_stored_uint64())
        case .int64: return H5Tcopy(hdf5_stored_int64())
        case .float32: return H5Tcopy(hdf5_stored_float())
        case .float64: return H5Tcopy(hdf5_stored_double())
        case .float16:
            let half = H5Tcopy(hdf5_stored_float())
            H5Tset_fields(half, 15, 10, 5, 0, 10)
            H5Tset_size(half, 2)
            H5Tset_ebias(half, 15)
            return half
        case .string: return HDF5Text.makeVariable()
        case .other: return nil
        }
    }
}
