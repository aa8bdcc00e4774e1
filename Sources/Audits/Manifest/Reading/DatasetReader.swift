import Datasets
import Diagnostics

/// Reads one set of records: a file with its datasets, or a folder of class folders.
enum DatasetReader {
    static func read(_ key: String, of parent: ManifestMapping) -> DatasetDescription? {
        guard let mapping = parent.mapping(key) else { return nil }
        var description = DatasetDescription()
        description.file = mapping.existing(.file, "file")
        description.folder = mapping.existing(.folder, "folder")
        description.x = mapping.text("x")
        description.y = mapping.text("y")
        mapping.refuseUnknownKeys()
        return description
    }
}
