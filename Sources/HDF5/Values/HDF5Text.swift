import CHDF5

/// Text as HDF5 stores it: fixed length with padding, or variable length.
enum HDF5Text {
    /// A new datatype of variable-length UTF-8; the caller closes it.
    static func makeVariable() -> hid_t {
        let type = H5Tcopy(hdf5_c_string())
        H5Tset_size(type, hdf5_variable_length())
        H5Tset_cset(type, H5T_CSET_UTF8)
        return type
    }

    /// A new datatype of byte strings padded with zeros to `length`, as NumPy's `S`; the caller closes it.
    static func makeFixed(_ length: Int) -> hid_t {
        let type = H5Tcopy(hdf5_c_string())
        H5Tset_size(type, max(1, length))
        H5Tset_strpad(type, H5T_STR_NULLPAD)
        return type
    }

    /// The strings of a buffer of fixed-length fields.
    static func decode(_ bytes: [UInt8], type: hid_t) -> [String] {
        let length = Int(H5Tget_size(type))
        let padding = H5Tget_strpad(type)
        return stride(from: 0, to: bytes.count, by: max(1, length)).map { start in
            var field = bytes[start..<min(start + length, bytes.count)]
            switch padding {
            case H5T_STR_SPACEPAD: while field.last == 0x20 { field.removeLast() }
            case H5T_STR_NULLPAD: while field.last == 0 { field.removeLast() }
            default: field = field.prefix { $0 != 0 }
            }
            return String(decoding: field, as: UTF8.self)
        }
    }

    /// Fixed-length fields of `length` bytes, padded with zeros.
    static func encode(_ strings: [String], length: Int) -> [UInt8] {
        strings.flatMap { string in
            let text = Array(string.utf8.prefix(length))
            return text + [UInt8](repeating: 0, count: max(1, length) - text.count)
        }
    }

    /// Calls `body` with C strings, as writing variable-length text needs them.
    static func withPointers<Result>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        let all = strings.map { Array($0.utf8CString) }
        let joined = all.flatMap { $0 }
        return joined.withUnsafeBufferPointer { buffer in
            var start = 0
            let pointers = all.map { text -> UnsafePointer<CChar>? in
                defer { start += text.count }
                return buffer.baseAddress.map { $0 + start }
            }
            return body(pointers)
        }
    }
}
