import Datasets

/// Reads `source.preprocessing`.
enum PreprocessingReader {
    static func read(_ mapping: ManifestMapping?) -> Preprocessing { Preprocessing() }
}
