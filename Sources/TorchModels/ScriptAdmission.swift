import Archives
import Diagnostics
import Foundation
import Tensors

/// Decides whether a TorchScript file may be loaded, and whether what was loaded may run.
enum ScriptAdmission {
    /// The largest file that is read, in bytes.
    static let largestFile = 16 << 30
    /// The largest piece of code that is looked through, in bytes; real models' take kilobytes.
    private static let largestCode = 16 << 20

    /// Operators of the engine that touch files, other processes or the program itself.
    private static let forbidden: Set<String> = [
        "aten::from_file", "aten::save", "aten::load", "aten::warn", "prim::PythonOp", "prim::Print",
        "aten::manual_seed", "aten::set_num_threads", "prim::rpc_async", "prim::rpc_sync", "prim::rpc_remote",
        "prim::fork", "aten::wait", "prim::awaitable", "aten::breakpoint",
    ]

    /// Looks through the code in the archive before anything of it is compiled.
    ///
    /// - Throws: `notTorchScript`, `codeWhileLoading`, `forbiddenOperator`, `tooLarge` or `unreadable`.
    static func check(_ archive: ZipArchive) throws(TorchModelError) {
        let names = archive.entryNames
        guard names.contains(where: { $0.hasSuffix("/constants.pkl") }),
            names.contains(where: { $0.hasSuffix("/data.pkl") })
        else {
            throw TorchModelError(
                .notTorchScript,
                "the archive is no TorchScript module; pickled models hold program code, which is never run",
                at: .file(archive.path),
                remedy: "Export the model: `torch.jit.trace(model.eval(), example).save(\"model.pt\")`."
            )
        }
        for name in names where name.contains("/code/") && name.hasSuffix(".py") {
            let bytes: [UInt8]
            do { bytes = try archive.read(name, limit: largestCode) } catch { throw TorchModelError(error) }
            try check(code: String(decoding: bytes, as: UTF8.self), archive.path)
        }
    }

    private static func check(code: String, _ path: String) throws(TorchModelError) {
        if code.contains("def __setstate__") {
            throw TorchModelError(
                .codeWhileLoading,
                "a class of the module defines '__setstate__', which runs while the file is read",
                at: .file(path),
                remedy: "Export the model again by `torch.jit.trace`, without quantised or packed classes."
            )
        }
        for word in ["torch.save(", "from_file(", "torch.ops.", "__torch__.torch.classes."]
        where code.contains(word) {
            throw refusal(word, path)
        }
    }

    /// Looks through the operators of a loaded module before it runs.
    ///
    /// - Throws: `forbiddenOperator`, or `damaged` when it cannot be looked into.
    static func check(_ module: ScriptModule, _ path: String) throws(TorchModelError) {
        let operators: [String]
        do { operators = try module.operators() } catch {
            throw TorchModelError(
                .damaged,
                "the module cannot be looked into",
                at: .file(path),
                cause: error.cause,
                remedy: "Export the model again by `torch.jit.trace`."
            )
        }
        for name in operators {
            let isOfEngine = name.hasPrefix("aten::") || name.hasPrefix("prim::")
            guard isOfEngine, !forbidden.contains(name) else { throw refusal(name, path) }
        }
    }

    private static func refusal(_ name: String, _ path: String) -> TorchModelError {
        TorchModelError(
            .forbiddenOperator,
            "the module uses '\(name)', which can reach beyond its tensors",
            at: .file(path),
            remedy: "Export the model with PyTorch's own tensor operators alone."
        )
    }
}
