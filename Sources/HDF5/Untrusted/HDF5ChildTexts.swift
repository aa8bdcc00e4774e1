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
        var reader = HDF5TextReader(UnsafeRawBufferPointer(start: texts.bytes, count: Int(clamping: texts.count)))
        guard !texts.failed, let strings = reader.texts(count: source.count) else {
            throw HDF5Error(.readFailed, at: place, "The texts cannot be read.")
        }
        return strings
    }
}
