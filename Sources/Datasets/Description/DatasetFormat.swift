/// How a set of records is stored.
public enum DatasetFormat: String, Sendable, Hashable, CaseIterable {
    /// Datasets of one HDF5 file.
    case hdf5
    /// One NumPy array per file.
    case npy
    /// A zip file of NumPy arrays.
    case npz
    /// MNIST's array format, packed by gzip or not.
    case idx
    /// A table of text.
    case csv
    /// A folder of class folders of images.
    case imageFolder = "folder"

    /// The format that a file name tells; nil when it tells none.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        switch plain.split(separator: ".").last.map(String.init) {
        case "h5", "hdf5", "hdf", "he5": self = .hdf5
        case "npy": self = .npy
        case "npz": self = .npz
        case "idx": self = .idx
        case "csv", "tsv", "data", "dat": self = .csv
        default:
            guard plain.contains("-ubyte") || plain.contains("-idx") || plain.contains(".idx") else { return nil }
            self = .idx
        }
    }
}
