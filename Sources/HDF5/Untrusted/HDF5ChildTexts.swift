import CHDF5
import CRehearsal
import Diagnostics

/// Reads texts of variable length in a child process: where a file's heap holds more bytes than an element says,
/// libhdf5 1.10 writes over memory of the process that reads it.
enum HDF5ChildTexts {
    /// The texts; one that is not there is empty.
    ///
    /// - Parameters:
    ///   - source: which texts, and how large they may be together.
    ///   - place: how to call them in errors.
    /// - Throws: `readFailed`, `implausibleSize`, and what a rehearsal throws.
    static func read(_ source: rehearsal_text_source, at place: Location) throws(HDF5Error) -> [String] {
        var source = source
        var limits = HDF5Limits.rehearsal(bytes: 0)
        var texts = rehearsal_texts()
        let outcome = rehearse_texts(&source, &limits, &texts)
        defer { rehearsal_texts_give_back(&texts) }
        guard outcome == REHEARSAL_COMPLETE else {
            throw HDF5Rehearsal.failure(outcome, signal: texts.ended_by, objects: source.count, at: place)
        }
        guard !texts.too_large else {
            throw HDF5Error(.implausibleSize, at: place, "The texts take more than \(source.most >> 20) MiB.")
        }
        let bytes = UnsafeRawBufferPointer(start: texts.bytes, count: Int(clamping: texts.count))
        guard !texts.failed, let strings = parse(bytes, count: Int(clamping: source.count)) else {
            throw HDF5Error(.readFailed, at: place, "The texts cannot be read.")
        }
        return strings
    }

    /// Nil where the child says what cannot be.
    private static func parse(_ bytes: UnsafeRawBufferPointer, count: Int) -> [String]? {
        var strings: [String] = []
        strings.reserveCapacity(count)
        var rest = bytes[...]
        for _ in 0..<count {
            let head = MemoryLayout<UInt64>.size
            guard rest.count >= head else { return nil }
            let said = UnsafeRawBufferPointer(rebasing: rest.prefix(head)).loadUnaligned(as: UInt64.self)
            rest = rest.dropFirst(head)
            let length = said == UInt64.max ? 0 : said
            guard length <= UInt64(rest.count) else { return nil }
            strings.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
            rest = rest.dropFirst(Int(length))
        }
        return strings
    }
}
