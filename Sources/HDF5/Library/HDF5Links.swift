import CHDF5

/// How links are followed: inside the file only.
///
/// `@unchecked Sendable`: the note is written and read only under the library's lock.
final class HDF5Links: @unchecked Sendable {
    static let shared = HDF5Links()

    /// Property list for opening objects by path.
    let access: hid_t
    /// Property list for creating objects: missing groups on the way are made.
    let creation: hid_t
    private let met: UnsafeMutablePointer<Int32>

    private init() {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        met = .allocate(capacity: 1)
        met.initialize(to: 0)
        access = H5Pcreate(hdf5_link_access_class())
        _ = hdf5_set_refuse_external_links(access, met)
        creation = H5Pcreate(hdf5_link_create_class())
        H5Pset_create_intermediate_group(creation, 1)
    }

    /// A property list for opening a dataset whose chunks need `bytes` of cache; the caller closes it.
    func datasetAccess(cache bytes: Int) -> hid_t {
        let list = H5Pcreate(hdf5_dataset_access_class())
        _ = hdf5_set_refuse_external_links(list, met)
        H5Pset_chunk_cache(list, 521, bytes, 1)
        return list
    }

    /// Whether an external link was met since the last question.
    func takeExternalLinkMet() -> Bool {
        defer { met.pointee = 0 }
        return met.pointee != 0
    }
}
