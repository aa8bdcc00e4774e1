import CHDF5
import CRehearsal
import Diagnostics

/// How a dataset is stored, checked before anything of it is read.
struct HDF5Storage {
    /// Bytes of one decoded chunk, 0 when the data are not chunked.
    let chunkBytes: Int

    /// - Throws: `externalStorage`, `virtualDataset`, `implausibleSize`, `unknownFilter` or `readFailed`.
    init(checking handle: HDF5Handle, name: String) throws(HDF5Error) {
        let context = handle.context
        var limits = HDF5Limits.rehearsal(bytes: 0)
        var storage = rehearsal_storage()
        guard rehearsal_look(handle.id, &limits, &storage) >= 0 else {
            throw context.failed(.readFailed, name, "The storage cannot be read.")
        }
        chunkBytes = Int(clamping: storage.chunk)
        switch storage.hazard {
        case HAZARD_NONE: return
        case HAZARD_EXTERNAL_STORAGE:
            throw HDF5Error(.externalStorage, at: context.place(name), "The data lie in another file.")
        case HAZARD_VIRTUAL_DATASET:
            let summary = "The data are pieced together from other datasets or files."
            throw HDF5Error(.virtualDataset, at: context.place(name), summary)
        case HAZARD_UNKNOWN_FILTER:
            let label = HDF5Finding.text(storage, rehearsal_filter_name, length: 64)
            let summary = "The data went through filter \(storage.unknown) \(label), which is not available."
            throw HDF5Error(.unknownFilter, at: context.place(name), summary)
        default:
            throw HDF5Error(
                .implausibleSize,
                at: context.place(name),
                "The data are declared as \(storage.declared) bytes, but the file stores \(storage.stored)."
            )
        }
    }
}
