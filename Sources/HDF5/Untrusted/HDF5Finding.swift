import CRehearsal
import Diagnostics
import Glibc

/// A hazard that a rehearsal met.
struct HDF5Finding {
    let code: HDF5Error.Code
    /// The object, as an absolute path inside the file.
    let object: String
    /// How many of the kind there are.
    let count: UInt64

    /// In order of weight: the first that was met is the one to tell.
    private static let order: [(rehearsal_hazard, HDF5Error.Code, String)] = [
        (HAZARD_EXTERNAL_LINK, .externalLink, "A link leads into another file."),
        (HAZARD_EXTERNAL_STORAGE, .externalStorage, "The data lie in another file."),
        (HAZARD_VIRTUAL_DATASET, .virtualDataset, "The data are pieced together from other datasets or files."),
        (HAZARD_LINK_LOOP, .linkLoop, "Links lead to each other without end."),
        (HAZARD_TOO_MANY_OBJECTS, .tooManyObjects, "There are more than \(HDF5Limits.objects) links and attributes."),
        (HAZARD_HUGE_ATTRIBUTE, .hugeAttribute, "An attribute is larger than \(HDF5Limits.attribute >> 20) MiB."),
        (HAZARD_IMPLAUSIBLE_SIZE, .implausibleSize, "The data are declared far larger than what the file stores."),
        (HAZARD_UNKNOWN_FILTER, .unknownFilter, "The data went through a filter that is not available."),
    ]

    private let summary: String

    /// The weightiest hazard of a report; nil when none was met.
    init?(first report: rehearsal_report) {
        for (hazard, code, summary) in Self.order {
            let count = withUnsafePointer(to: report) { rehearsal_count($0, hazard) }
            guard count > 0 else { continue }
            self.code = code
            self.count = count
            self.summary = summary
            object = Self.text(report, { rehearsal_place($0, hazard) }, length: Int(REHEARSAL_PATH))
            return
        }
        return nil
    }

    func error(in path: String) -> HDF5Error {
        let cause = count > 1 ? "there are \(count) of the kind" : nil
        return HDF5Error(code, at: .hdf5(file: path, object: object), summary, cause: cause)
    }

    /// A C string inside a structure; what a child wrote need not end.
    static func text<Structure>(
        _ structure: Structure,
        _ field: (UnsafePointer<Structure>) -> UnsafePointer<CChar>?,
        length: Int
    ) -> String {
        withUnsafePointer(to: structure) { pointer in
            guard let start = field(pointer) else { return "" }
            let bytes = UnsafeRawBufferPointer(start: start, count: strnlen(start, length))
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
