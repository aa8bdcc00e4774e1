import CHDF5

/// Collects the names that libhdf5 hands out one by one.
enum HDF5Names {
    /// The names that `iterate` visits; nil when the library cannot go through them.
    static func collect(_ iterate: (hdf5_visit_name, UnsafeMutableRawPointer) -> herr_t) -> [String]? {
        var names: [String] = []
        let status = withUnsafeMutablePointer(to: &names) { pointer in
            iterate(
                { name, context in
                    guard let name, let names = context?.assumingMemoryBound(to: [String].self) else { return }
                    names.pointee.append(String(cString: name))
                },
                UnsafeMutableRawPointer(pointer)
            )
        }
        return status >= 0 ? names : nil
    }
}
