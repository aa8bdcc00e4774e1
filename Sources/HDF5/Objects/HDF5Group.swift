import CHDF5
import Diagnostics

/// A group of an HDF5 file: a folder of datasets and groups.
public final class HDF5Group: HDF5Object, @unchecked Sendable {
    /// The names directly below this group, sorted.
    ///
    /// - Throws: `readFailed` or `fileClosed`.
    public func memberNames() throws(HDF5Error) -> [String] {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try context.requireOpen(name)
        guard let names = HDF5Names.collect({ hdf5_for_each_link(id, $0, $1) }) else {
            throw context.failed(.readFailed, name, "The members of the group cannot be listed.")
        }
        return names
    }

    /// Whether `path` (relative to this group, or absolute) leads to an object in this file.
    public func contains(_ path: String) -> Bool { kind(of: path) != nil }

    /// Whether `path` leads to a dataset.
    public func isDataset(_ path: String) -> Bool { kind(of: path) == H5I_DATASET }

    /// Whether `path` leads to a group.
    public func isGroup(_ path: String) -> Bool { kind(of: path) == H5I_GROUP }

    /// Opens the group at `path` (relative to this group, or absolute).
    ///
    /// - Throws: `objectNotFound` naming what is there, `wrongType`, `externalLink` or `readFailed`.
    public func group(_ path: String) throws(HDF5Error) -> HDF5Group {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let handle = try openObject(path)
        guard H5Iget_type(handle.id) == H5I_GROUP else {
            throw HDF5Error(.wrongType, at: context.place(absolute(path)), "This is not a group.")
        }
        return HDF5Group(handle, name: absolute(path))
    }

    /// Opens the dataset at `path` (relative to this group, or absolute).
    ///
    /// - Throws: `objectNotFound` naming what is there, `wrongType`, `externalLink`, `externalStorage`,
    ///   `virtualDataset`, `implausibleSize`, `unknownFilter` or `readFailed`.
    public func dataset(_ path: String) throws(HDF5Error) -> HDF5Dataset {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let name = absolute(path)
        let first = try openObject(path)
        guard H5Iget_type(first.id) == H5I_DATASET else {
            throw HDF5Error(.wrongType, at: context.place(name), "This is not a dataset.")
        }
        let storage = try HDF5Storage(checking: first, name: name)
        guard storage.chunkBytes > HDF5Limits.cachedBytes else { return try HDF5Dataset(opened: first, name: name) }
        // The cache of a dataset is set when it is opened first, so it has to be let go before.
        first.close()
        let access = HDF5Links.shared.datasetAccess(cache: storage.chunkBytes + 1)
        defer { H5Pclose(access) }
        let again = H5Dopen2(id, path, access)
        guard again >= 0 else { throw context.failed(.readFailed, name, "The dataset cannot be opened.") }
        return try HDF5Dataset(opened: HDF5Handle(again, in: context), name: name)
    }

    /// Creates the group at `path`, and the groups on the way; one that is there is opened.
    ///
    /// - Throws: `writeFailed`, or `wrongType` when something else has the name.
    @discardableResult
    public func createGroup(_ path: String) throws(HDF5Error) -> HDF5Group {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try context.requireOpen(absolute(path))
        if contains(path) { return try group(path) }
        let links = HDF5Links.shared.creation
        let group = H5Gcreate2(id, path, links, hdf5_default_properties(), hdf5_default_properties())
        guard group >= 0 else {
            throw context.failed(.writeFailed, absolute(path), "The group cannot be created.")
        }
        return HDF5Group(HDF5Handle(group, in: context), name: absolute(path))
    }

    /// `path` as seen from the root.
    func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return name == "/" ? "/" + path : name + "/" + path
    }

    private func kind(of path: String) -> H5I_type_t? {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard context.isOpen, let handle = openIfPresent(path) else { return nil }
        return H5Iget_type(handle.id)
    }
}

extension HDF5Group {
    /// The object, or nil for whatever reason; says nothing about failures, so it may be used to explain one.
    private func openIfPresent(_ path: String) -> HDF5Handle? {
        guard !path.utf8.contains(0), !path.isEmpty else { return nil }
        let object = H5Oopen(id, path, HDF5Links.shared.access)
        if object >= 0 { return HDF5Handle(object, in: context) }
        H5Eclear2(hdf5_error_stack())
        _ = HDF5Links.shared.takeExternalLinkMet()
        return nil
    }

    private func openObject(_ path: String) throws(HDF5Error) -> HDF5Handle {
        let name = absolute(path)
        try context.requireOpen(name)
        _ = HDF5Links.shared.takeExternalLinkMet()
        guard !path.utf8.contains(0), !path.isEmpty else { throw notFound(path, cause: nil) }
        let object = H5Oopen(id, path, HDF5Links.shared.access)
        if object >= 0 { return HDF5Handle(object, in: context) }
        let failure = HDF5Library.takeFailure()
        if HDF5Links.shared.takeExternalLinkMet() {
            throw HDF5Error(.externalLink, at: context.place(name), "The path leads into another file.")
        }
        if !linkExists(path) { throw notFound(path, cause: nil) }
        if H5Oexists_by_name(id, path, HDF5Links.shared.access) <= 0 { throw notFound(path, cause: failure.cause) }
        throw HDF5Error(.readFailed, at: context.place(name), "The object cannot be opened.", cause: failure.cause)
    }

    /// Whether each link on the way is there; where it leads is not asked.
    private func linkExists(_ path: String) -> Bool {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += prefix.isEmpty || prefix == "/" ? String(part) : "/" + part
            if H5Lexists(id, prefix, HDF5Links.shared.access) <= 0 {
                H5Eclear2(hdf5_error_stack())
                return false
            }
        }
        return true
    }

    private func notFound(_ path: String, cause: String?) -> HDF5Error {
        let base = path.hasPrefix("/") ? openIfPresent("/").map { HDF5Group($0, name: "/") } : nil
        var folder = base ?? self
        var missing = ""
        for part in path.split(separator: "/").map(String.init) {
            missing = part
            guard let next = folder.openIfPresent(part), H5Iget_type(next.id) == H5I_GROUP else { break }
            folder = HDF5Group(next, name: folder.absolute(part))
        }
        let names = (try? folder.memberNames()) ?? []
        let hint = names.isEmpty ? "The group '\(folder.name)' is empty." : NearestName.hint(missing, among: names)
        return HDF5Error(
            .objectNotFound,
            at: context.place(absolute(path)),
            "There is no object of this name in '\(folder.name)'.",
            cause: cause,
            remedy: hint
        )
    }
}
