import CRehearsal

/// Reads what a child wrote, which need not make sense.
struct HDF5TextReader {
    private var rest: Slice<UnsafeRawBufferPointer>

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

    /// The next number; nil at the end.
    mutating func number() -> UInt64? {
        let size = MemoryLayout<UInt64>.size
        guard rest.count >= size else { return nil }
        defer { rest = rest.dropFirst(size) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(size)).loadUnaligned(as: UInt64.self)
    }

    /// The next text, empty for one that is not there; nil where there is none.
    mutating func text() -> String? {
        guard let said = number() else { return nil }
        let length = said == UInt64.max ? 0 : said
        guard length <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(length)) }
        return String(decoding: rest.prefix(Int(length)), as: UTF8.self)
    }

    /// The next texts; nil where there are fewer.
    mutating func texts(count: UInt64) -> [String]? {
        var strings: [String] = []
        for _ in 0..<Int(clamping: count) {
            guard let text = text() else { return nil }
            strings.append(text)
        }
        return strings
    }
}
