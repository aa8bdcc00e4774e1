import CHDF5
import CRehearsal
import Diagnostics

/// Reads texts of variable length in a child process: where a file's heap holds more bytes than an element says,
/// libhdf5 1.10 writes over memory of the process that reads it.
enum HDF5ChildTexts {
    /// All texts of an attribute, of at most `most` bytes; one that is not there is empty.
    ///
    /// - Throws: as `read`.
    static func ofAttribute(
        _ attribute: String,
        of object: HDF5Object,
        count: Int,
        most: Int
    ) throws(HDF5Error) -> [String] {
        let place = object.context.place(object.name + "@" + attribute)
        guard !attribute.isEmpty, !attribute.utf8.contains(0) else {
            throw HDF5Error(.readFailed, at: place, "Texts of an attribute without a usable name cannot be read.")
        }
        let bytes = attribute.utf8CString
        return try bytes.withUnsafeBufferPointer { (name) throws(HDF5Error) -> [String] in
            try read(
                rehearsal_text_source(
                    object: rehearsal_address(object.id),
                    attribute: name.baseAddress,
                    first: 0,
                    rows: UInt64.max,
                    count: UInt64(count),
                    most: UInt64(most)
                ),
                in: object.context,
                at: place
            )
        }
    }

    /// Texts of a dataset, of at most `most` bytes: of all rows, or of some; one that is not there is empty.
    ///
    /// - Throws: as `read`.
    static func ofDataset(
        _ dataset: HDF5Dataset,
        rows: Range<Int>?,
        count: Int,
        most: Int
    ) throws(HDF5Error) -> [String] {
        try read(
            rehearsal_text_source(
                object: rehearsal_address(dataset.id),
                attribute: nil,
                first: UInt64(rows?.lowerBound ?? 0),
                rows: rows.map { UInt64($0.count) } ?? UInt64.max,
                count: UInt64(count),
                most: UInt64(most)
            ),
            in: dataset.context,
            at: dataset.context.place(dataset.name)
        )
    }

    /// Reads texts.
    ///
    /// - Throws: `readFailed`, `implausibleSize`, and what a rehearsal throws.
    private static func read(
        _ source: rehearsal_text_source,
        in context: HDF5Context,
        at place: Location
    ) throws(HDF5Error) -> [String] {
        // Of a file that is being written, a child sees what stands on the disk.
        try context.flush()
        guard let descriptor = context.descriptor else {
            throw HDF5Error(.readFailed, at: place, "The file of the texts cannot be shared with a child.")
        }
        var source = source
        var limits = HDF5Limits.rehearsal(bytes: 0)
        var texts = rehearsal_texts()
        let outcome = rehearse_texts(descriptor, &source, &limits, &texts)
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
