import Diagnostics
import Foundation

extension Dataset {
    /// Opens a set and reads its labels; records stay where they are.
    ///
    /// - Parameters:
    ///   - description: what the manifest says.
    ///   - role: the set's name in reports and errors.
    ///   - labelled: whether a set without labels is an error; if not, only labels that `y` names are read.
    ///   - resizer: brings images of a folder to `description.resize`; without one only images of that size are read.
    /// - Throws: `missingFile`, `missingDataset`, `missingLabels`, `unreadable`, `unsupportedFormat`, `emptySet`,
    ///   `rowCountMismatch`, `badRows`, `badLabel`, `labelOutOfRange`; for tables also `raggedRow`, `missingValue` and
    ///   `nonNumericCell`; for folders `shapeMismatch`.
    public static func open(
        _ description: DatasetDescription,
        role: String,
        labelled: Bool = true,
        resizer: ImageResizer? = nil
    ) throws(DatasetError) -> Dataset {
        try Dataset(open(description, labelled, resizer), description, role: role, labelled: labelled)
    }

    private static func open(
        _ description: DatasetDescription,
        _ labelled: Bool,
        _ resizer: ImageResizer?
    ) throws(DatasetError) -> OpenedStore {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: description.path, isDirectory: &isFolder) else {
            let summary = "There is no file or folder '\(description.path)'."
            throw DatasetError(.missingFile, at: description.place, summary)
        }
        let guessed = isFolder.boolValue ? .imageFolder : DatasetFormat(fileName: description.path)
        switch description.format ?? guessed {
        case .hdf5: return try HDF5Store.open(description, labelled: labelled)
        case .npy: return try NPYStore.openNPY(description)
        case .npz: return try NPYStore.openNPZ(description, labelled: labelled)
        case .idx: return try IDXStore.open(description)
        case .csv: return try CSVStore.open(description)
        case .imageFolder: return try ImageFolderStore.open(description, resizer: resizer)
        case nil:
            let summary = "The name of '\(description.path)' tells no known format."
            throw DatasetError(.unsupportedFormat, at: description.place, summary)
        }
    }
}
