import CXMLSec

extension [UInt8] {
    /// Takes over what the C library handed out; nil where it could not.
    init?(taking bytes: signing_bytes) {
        guard let data = bytes.data else { return nil }
        self = Array(UnsafeBufferPointer(start: data, count: bytes.count))
        signing_bytes_free(bytes)
    }
}

extension String {
    /// Takes over UTF-8 that the C library handed out; nil where it could not.
    init?(taking bytes: signing_bytes) {
        guard let bytes = [UInt8](taking: bytes) else { return nil }
        self = String(decoding: bytes, as: UTF8.self)
    }

    /// Text up to its ending zero, as C writes it into a buffer.
    init(reason: [CChar]) {
        self = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
