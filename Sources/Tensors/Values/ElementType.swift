import CTorch

/// The element types LayerAudit computes with.
public enum ElementType: Sendable, Hashable {
    /// 32-bit floating point, the type of all networks.
    case float32
    /// 64-bit floating point.
    case float64
    /// 64-bit integers, for labels and indices.
    case int64
    /// 16-bit floating point with the range of `float32` and 8 bits of precision, for products inside convolutions.
    case bfloat16
    /// Bytes.
    case uint8
    /// Truth values.
    case bool

    var code: ct_dtype {
        switch self {
        case .float32: CT_FLOAT32
        case .float64: CT_FLOAT64
        case .int64: CT_INT64
        case .bfloat16: CT_BFLOAT16
        case .uint8: CT_UINT8
        case .bool: CT_BOOL
        }
    }
}
