/// What kind of file a model is written as.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    /// A whole model in one HDF5 file, in the form of Keras 2, which Keras 3 reads too.
    case h5
    /// Weights alone, arranged as Keras 3's `save_weights` does (`.weights.h5`).
    case weights
    /// The architecture alone, as `to_json` writes it.
    case json

    /// The kind a file's name asks for; nil for any other ending than `.weights.h5`, `.h5`, `.hdf5` and `.json`.
    public init?(path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".weights.h5") {
            self = .weights
        } else if name.hasSuffix(".h5") || name.hasSuffix(".hdf5") {
            self = .h5
        } else if name.hasSuffix(".json") {
            self = .json
        } else {
            return nil
        }
    }

    /// Where the architecture of a file of weights is written: beside it, under the same name.
    public static func architecturePath(besides path: String) -> String {
        for ending in [".weights.h5", ".h5", ".hdf5"] where path.lowercased().hasSuffix(ending) {
            return path.dropLast(ending.count) + ".json"
        }
        return path + ".json"
    }
}
