import Archives
import Diagnostics
import HDF5

/// Reads `.keras` archives: `config.json`, `metadata.json` and `model.weights.h5` in a zip file.
///
/// Nothing is unpacked to disk: the weights are an HDF5 file in memory.
enum KerasArchive {
    private static let config = "config.json"
    private static let metadata = "metadata.json"
    private static let weights = "model.weights.h5"
    /// Metadata is a line or two.
    private static let largestMetadata = 1 << 20
    /// Weights hardly shrink: what would unpack to more than this and eight times the archive's size is no model.
    private static let smallWeights = 256 << 20

    /// Opens an archive.
    ///
    /// - Throws: `unreadable`, `unsupportedFormat`, `torchScript`, `malformedConfig`, `tooLarge`.
    static func open(_ path: String) throws(KerasModelError) -> ModelFile {
        let archive: ZipArchive
        do { archive = try ZipArchive.open(path) } catch { throw KerasModelError(error) }
        let names = Set(archive.entryNames)
        guard names.contains(config) else { throw foreign(archive) }
        let root = try json(archive, config, limit: JSONValue.largestBytes)
        let facts = names.contains(metadata) ? try json(archive, metadata, limit: largestMetadata) : .null
        guard names.contains(weights) else {
            let other = names.sorted().first { $0.hasPrefix("model.weights") }
            throw KerasModelError(
                other == nil ? .noWeights : .unsupportedFormat,
                other.map { "the archive keeps its weights as '\($0)', where '\(weights)' is read" }
                    ?? "the archive holds a configuration without weights",
                at: .file(path),
                remedy: "Save the model again from Keras: `model.save(\"model.keras\")`."
            )
        }
        return ModelFile(
            path: path,
            format: "Keras archive (.keras)",
            config: root,
            configObject: nil,
            weights: try hdf5(archive),
            kerasVersion: facts["keras_version"]?.string,
            backend: nil,
            optimizer: root["compile_config"]?["optimizer"]
        )
    }

    private static func hdf5(_ archive: ZipArchive) throws(KerasModelError) -> HDF5File {
        let size: Int
        do { size = try archive.size(of: weights) } catch { throw KerasModelError(error) }
        let (fair, isOver) = archive.packedSize.multipliedReportingOverflow(by: 8)
        guard isOver || size <= max(smallWeights, fair) else {
            throw .tooLarge("the weights would unpack to \(size) bytes", at: .file(archive.path))
        }
        let image: HDF5Image?
        do {
            image = try HDF5Image(count: size) { (memory) throws(ArchiveError) in
                try archive.read(weights, into: memory)
            }
        } catch { throw KerasModelError(error) }
        guard let image else {
            throw .tooLarge("there is no memory for weights of \(size) bytes", at: .file(archive.path))
        }
        do { return try HDF5File.open(image, name: archive.path) } catch { throw KerasModelError(error) }
    }

    private static func json(
        _ archive: ZipArchive,
        _ name: String,
        limit: Int
    ) throws(KerasModelError) -> JSONValue {
        let bytes: [UInt8]
        do { bytes = try archive.read(name, limit: limit) } catch { throw KerasModelError(error) }
        return try JSONValue.read(String(decoding: bytes, as: UTF8.self), at: .file(archive.path))
    }

    /// What to say of a zip file that is no Keras archive.
    private static func foreign(_ archive: ZipArchive) -> KerasModelError {
        let isTorch = archive.entryNames.contains { name in
            let parts = name.split(separator: "/")
            return parts.count >= 2 && (parts[1] == "constants.pkl" || parts[1] == "code")
        }
        if isTorch {
            return KerasModelError(
                .torchScript,
                "the file is a TorchScript module of PyTorch, not a Keras model",
                at: .file(archive.path),
                remedy: "Read it as TorchScript, or export the model to Keras."
            )
        }
        return KerasModelError(
            .unsupportedFormat,
            "the zip file holds no '\(config)', so that it is no Keras archive",
            at: .file(archive.path),
            remedy: "Name a file that `model.save(\"model.keras\")` or `model.save(\"model.h5\")` wrote."
        )
    }
}
