import Archives
import Diagnostics
import Foundation
import HDF5

/// A file of Keras as it was found: a configuration, weights or both, and who wrote it.
struct ModelFile {
    /// The path as it was given.
    let path: String
    /// The kind of file, in words.
    let format: String
    /// The model's configuration; nil for weights alone.
    let config: JSONValue?
    /// Where in the file the configuration stands, for messages.
    let configObject: String?
    /// The weights; nil for a configuration alone.
    let weights: HDF5File?
    /// The Keras that wrote the file; nil when it does not say.
    let kerasVersion: String?
    /// The backend of that Keras; nil when the file does not say.
    let backend: String?

    /// The optimiser `compile` was given, with its configuration; nil where the file does not say.
    var optimizer: JSONValue?

    /// Opens a file, whatever its name ends with.
    ///
    /// - Throws: `unreadable`, `unsupportedFormat`, `torchScript`, `malformedConfig`, `tooLarge`.
    static func open(_ path: String) throws(KerasModelError) -> ModelFile {
        switch start(of: path) {
        case let start where start.starts(with: [0x50, 0x4b, 0x03, 0x04]): return try KerasArchive.open(path)
        case let start where start.first { !Self.blanks.contains($0) } == UInt8(ascii: "{"): return try json(path)
        default: return try hdf5(path)
        }
    }

    /// Spaces and line ends, and the mark that some programs put before UTF-8 text.
    private static let blanks: [UInt8] = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]

    /// The first bytes; none of what is no file or cannot be read, of which HDF5 then says why. Nothing else is opened:
    /// a named pipe would keep the reader waiting.
    private static func start(of path: String) -> [UInt8] {
        let target = (path as NSString).resolvingSymlinksInPath
        let kind = try? FileManager.default.attributesOfItem(atPath: target)[.type]
        guard kind as? FileAttributeType == .typeRegular, let file = FileHandle(forReadingAtPath: path) else {
            return []
        }
        defer { try? file.close() }
        return (try? file.read(upToCount: 64)).map { [UInt8]($0) } ?? []
    }

    private static func hdf5(_ path: String) throws(KerasModelError) -> ModelFile {
        let file: HDF5File
        let facts: (config: String?, version: String?, backend: String?)
        do {
            file = try HDF5File.open(path)
            facts = try (
                file.root.stringAttribute("model_config"), stated("keras_version", file), stated("backend", file)
            )
        } catch  where error.code == .notHDF5 {
            throw KerasModelError(
                .unsupportedFormat,
                "the file is neither HDF5, nor a .keras archive, nor JSON",
                at: .file(path),
                remedy: "Name a file that Keras wrote with `model.save(\"model.keras\")` or `model.save(\"model.h5\")`."
            )
        } catch {
            throw KerasModelError(error)
        }
        let object = "/@model_config"
        let config = try facts.config.map { (text) throws(KerasModelError) in
            try JSONValue.read(text, at: .hdf5(file: path, object: object))
        }
        let isGrouped = file.root.isGroup("layers") || file.root.isGroup("_layer_checkpoint_dependencies")
        return ModelFile(
            path: path,
            format: config != nil ? "Keras HDF5" : isGrouped ? "Keras weights (.weights.h5)" : "Keras weights (HDF5)",
            config: config,
            configObject: object,
            weights: file,
            kerasVersion: facts.version,
            backend: facts.backend,
            optimizer: optimizer(file)
        )
    }

    /// What `compile` was given; nil also where it cannot be read: only who trains the model again asks for it.
    private static func optimizer(_ file: HDF5File) -> JSONValue? {
        guard let text = try? file.root.stringAttribute("training_config") else { return nil }
        return try? JSONValue.read(text, at: .file(file.path))["optimizer_config"]
    }

    /// A fact Keras writes at the root, at the weights, or at both.
    private static func stated(_ name: String, _ file: HDF5File) throws(HDF5Error) -> String? {
        if let value = try file.root.stringAttribute(name) { return value }
        guard file.root.isGroup("model_weights") else { return nil }
        return try file.root.group("model_weights").stringAttribute(name)
    }

    private static func json(_ path: String) throws(KerasModelError) -> ModelFile {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        guard size <= JSONValue.largestBytes else {
            throw .tooLarge(
                "the model configuration is larger than \(JSONValue.largestBytes >> 20) MiB",
                at: .file(path)
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw KerasModelError(
                .unreadable,
                "the file cannot be read",
                at: .file(path),
                remedy: "Give yourself read permission on the file."
            )
        }
        let root = try JSONValue.read(String(decoding: data, as: UTF8.self), at: .file(path))
        return ModelFile(
            path: path,
            format: "Keras architecture (JSON)",
            config: root,
            configObject: nil,
            weights: nil,
            kerasVersion: root["keras_version"]?.string,
            backend: root["backend"]?.string
        )
    }
}
