@testable import HDF5

/// Reads everything in a file that the module can read.
enum FileReader {
    /// - Returns: the number of datasets.
    static func readAll(_ group: HDF5Group, depth: Int = 0) throws(HDF5Error) -> Int {
        try readAttributes(group)
        var datasets = 0
        for name in try group.memberNames() {
            if group.isGroup(name) {
                guard depth < 8 else { continue }
                datasets += try readAll(group.group(name), depth: depth + 1)
            } else {
                let dataset = try group.dataset(name)
                try readAttributes(dataset)
                if dataset.elementType == .string { _ = try dataset.readStrings() }
                if dataset.elementType.byteCount != nil {
                    _ = try dataset.readFloats()
                    _ = try dataset.readStoredBytes()
                }
                datasets += 1
            }
        }
        return datasets
    }

    private static func readAttributes(_ object: HDF5Object) throws(HDF5Error) {
        for name in try object.attributeNames() {
            do {
                if try object.stringsAttribute(name) != nil { continue }
            } catch {
                if error.code != .wrongType { throw error }
            }
            do {
                _ = try object.doublesAttribute(name)
            } catch {
                if error.code != .wrongType { throw error }
            }
        }
    }
}
