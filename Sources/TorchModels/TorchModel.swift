import Archives
import Diagnostics
import Foundation
import Networks
import Tensors

/// A PyTorch model as TorchScript saves it: a black box that answers, and that can be cut after a named submodule.
public struct TorchModel: Sendable {
    /// A submodule, as `inspect` lists it.
    public struct Submodule: Sendable, Hashable {
        /// The dotted name.
        public let name: String
        /// The class.
        public let className: String
        /// Number of values in its own and its submodules' parameters and buffers.
        public let parameters: Int
        /// Shape of one record's output, when the model can be cut after it; nil otherwise.
        public let cutShape: [Int]?
    }

    /// Input, the part up to the cut, and the rest; or input and the whole.
    public let architecture: Architecture
    /// The file.
    public let path: String
    /// Number of values in all parameters and buffers.
    public let parameters: Int
    private let module: ScriptModule

    /// The kind of file.
    public var format: String { "TorchScript" }

    /// The weights stay inside the module: the architecture's layers have none.
    public var weights: Weights { Weights(architecture.layers.map { _ in [] }) }

    /// Whether a file starts as a zip archive that holds a TorchScript module.
    public static func isTorchScript(_ path: String) -> Bool {
        guard let archive = try? ZipArchive.open(path) else { return false }
        return archive.entryNames.contains { $0.hasSuffix("/constants.pkl") || $0.hasSuffix("/data.pkl") }
    }

    /// Reads a TorchScript file (`.pt`); its code is compiled by the engine and looked through before it runs.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - recordShape: shape of one record as data deliver it.
    ///   - isChannelsFirst: whether records (H, W, C) are turned to (C, H, W) for the module.
    ///   - cut: dotted name of the submodule the architecture is cut after; nil for a black box alone.
    /// - Throws: `TorchModelError`.
    public static func read(
        _ path: String,
        recordShape: [Int],
        isChannelsFirst: Bool = false,
        upTo cut: String? = nil
    ) throws(TorchModelError) -> TorchModel {
        let module = try load(path)
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        var chain: [NamedLayer] = []
        var shape = recordShape
        if isChannelsFirst, shape.count > 1 {
            let axes = [shape.count] + Array(1..<shape.count)
            chain.append(NamedLayer(name: "channels-first", kind: "Permute", layer: Permute(axes)))
            shape = axes.map { recordShape[$0 - 1] }
        }
        for (layer, part) in try parts(module, cut, path) {
            let script: ScriptLayer
            do { script = try ScriptLayer(part, inputShape: shape) } catch {
                throw TorchModelError(
                    .wrongShape,
                    "the module takes no records of the shape \(shape), or does not answer one tensor",
                    at: .file(path),
                    cause: error.cause,
                    remedy: "Give records as the module takes them; --channels-first turns (H, W, C) to (C, H, W)."
                )
            }
            chain.append(NamedLayer(name: layer, kind: "TorchScript", layer: script))
            shape = script.shape
        }
        let architecture: Architecture
        do { architecture = try Architecture(name: name, inputShape: recordShape, chain) } catch {
            throw TorchModelError(.wrongShape, error.summary, at: .file(path), cause: error.cause, remedy: error.remedy)
        }
        return TorchModel(
            architecture: architecture,
            path: path,
            parameters: (try? module.parameters().reduce(0) { $0 + $1.count }) ?? 0,
            module: module
        )
    }

    /// Every submodule, with the shape of its output where the model can be cut after it.
    ///
    /// - Parameter recordShape: shape of one record as the module takes it.
    /// - Throws: `damaged`.
    public static func submodules(_ path: String, recordShape: [Int]?) throws(TorchModelError) -> [Submodule] {
        let module = try load(path)
        do {
            let parameters = try module.parameters()
            return try module.submodules().filter { !$0.name.isEmpty }.map { submodule in
                var shape: [Int]?
                if let recordShape, (try? module.part(after: submodule.name)) != nil,
                    let part = try? module.part(upTo: submodule.name)
                {
                    shape = try? ScriptLayer(part, inputShape: recordShape).shape
                }
                let own = parameters.filter { $0.name.hasPrefix(submodule.name + ".") }
                return Submodule(
                    name: submodule.name,
                    className: submodule.className,
                    parameters: own.reduce(0) { $0 + $1.count },
                    cutShape: shape
                )
            }
        } catch {
            throw damaged(path, error.cause)
        }
    }

    private static func load(_ path: String) throws(TorchModelError) -> ScriptModule {
        let archive: ZipArchive
        do { archive = try ZipArchive.open(path) } catch { throw TorchModelError(error) }
        try ScriptAdmission.check(archive)
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe),
            data.count <= ScriptAdmission.largestFile
        else {
            throw TorchModelError(
                .tooLarge,
                "the file is larger than \(ScriptAdmission.largestFile >> 30) GiB, or cannot be read",
                at: .file(path),
                remedy: "Give the model's own file."
            )
        }
        let module: ScriptModule
        do { module = try ScriptModule.load([UInt8](data)) } catch { throw damaged(path, error.cause) }
        try ScriptAdmission.check(module, path)
        return module
    }

    private static func parts(
        _ module: ScriptModule,
        _ cut: String?,
        _ path: String
    ) throws(TorchModelError) -> [(name: String, part: ScriptModule)] {
        guard let cut else { return [("answer", module)] }
        let shallow: ScriptModule
        do { shallow = try module.part(upTo: cut) } catch {
            let names = (try? module.submodules().map(\.name).filter { !$0.isEmpty }) ?? []
            throw TorchModelError(
                .unknownSubmodule,
                "no submodule '\(cut)' is called on the way from the input to the answer",
                at: .file(path),
                cause: error.cause,
                remedy: NearestName.hint(cut, among: names)
            )
        }
        do { return [(cut, shallow), ("answer", try module.part(after: cut))] } catch {
            throw TorchModelError(
                .notACut,
                "the model cannot be cut after '\(cut)': other tensors pass beside it",
                at: .file(path),
                cause: error.cause,
                remedy: "Choose one of the places `layeraudit inspect` marks as a cut."
            )
        }
    }

    private static func damaged(_ path: String, _ cause: String?) -> TorchModelError {
        TorchModelError(
            .damaged,
            "the engine cannot read the module",
            at: .file(path),
            cause: cause,
            remedy: "Export the model again: `torch.jit.trace(model.eval(), example).save(\"model.pt\")`."
        )
    }
}
