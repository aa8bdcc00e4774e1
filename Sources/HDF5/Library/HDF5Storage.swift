import CHDF5
import Diagnostics

/// How a dataset is stored, checked before anything of it is read.
struct HDF5Storage {
    /// Decoded chunks kept per dataset.
    static let cachedBytes = 16 << 20
    /// Unbacked data (never written, so all fill value) up to this size do no harm.
    static let harmless = 16 << 20
    /// Beyond this a file has to hold a fair part of what it declares.
    static let large = 64 << 30
    /// The largest chunk that is decoded; each read of a row decodes a whole one.
    static let largestChunk = 1 << 30
    /// Deflate cannot shrink data by more than 1032 to 1.
    static let largestCompression = 1100

    /// Bytes of one decoded chunk, 0 when the data are not chunked.
    let chunkBytes: Int

    /// - Throws: `externalStorage`, `implausibleSize`, `unknownFilter` or `readFailed`.
    init(checking handle: HDF5Handle, name: String) throws(HDF5Error) {
        let context = handle.context
        let list = H5Dget_create_plist(handle.id)
        let type = H5Dget_type(handle.id)
        defer {
            H5Pclose(list)
            H5Tclose(type)
        }
        guard list >= 0, type >= 0 else { throw context.failed(.readFailed, name, "The storage cannot be read.") }
        let layout = H5Pget_layout(list)
        guard layout != H5D_VIRTUAL, H5Pget_external_count(list) == 0 else {
            throw HDF5Error(.externalStorage, at: context.place(name), "The data lie in another file or dataset.")
        }
        let filters = try HDF5Storage.checkFilters(list, context, name)
        let elementBytes = max(1, Int(H5Tget_size(type)))
        chunkBytes = layout == H5D_CHUNKED ? HDF5Storage.chunkBytes(list, elementBytes) : 0
        let shape = try HDF5Extent.shape(ofDataset: handle, name: name)
        guard let declared = HDF5Extent.bytes(shape, elementBytes), chunkBytes <= HDF5Storage.largestChunk else {
            throw HDF5Error(.implausibleSize, at: context.place(name), "The declared size \(shape) is beyond any file.")
        }
        let stored = Int(clamping: H5Dget_storage_size(handle.id))
        let backed = filters == 0 ? stored : stored.multipliedReportingOverflow(by: HDF5Storage.largestCompression).0
        let tooLarge = declared > HDF5Storage.large && stored < declared / 32
        guard declared <= max(backed, HDF5Storage.harmless), !tooLarge else {
            throw HDF5Error(
                .implausibleSize,
                at: context.place(name),
                "The shape \(shape) declares \(declared) bytes, but the file stores \(stored)."
            )
        }
    }

    private static func checkFilters(
        _ list: hid_t,
        _ context: HDF5Context,
        _ name: String
    ) throws(HDF5Error) -> Int {
        let count = max(0, Int(H5Pget_nfilters(list)))
        for index in 0..<count {
            var flags: UInt32 = 0
            var values = 0
            var text = [CChar](repeating: 0, count: 128)
            let filter = H5Pget_filter2(list, UInt32(index), &flags, &values, nil, text.count, &text, nil)
            guard filter >= 0, H5Zfilter_avail(filter) > 0 else {
                H5Eclear2(hdf5_error_stack())
                let label = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                throw HDF5Error(
                    .unknownFilter,
                    at: context.place(name),
                    "The data went through filter \(filter) \(label), which is not available."
                )
            }
        }
        return count
    }

    private static func chunkBytes(_ list: hid_t, _ elementBytes: Int) -> Int {
        var sides = [hsize_t](repeating: 0, count: 32)
        let rank = Int(H5Pget_chunk(list, 32, &sides))
        let lengths = sides.prefix(max(0, rank)).map { Int(clamping: $0) }
        return HDF5Extent.bytes(lengths, elementBytes) ?? Int.max
    }
}
