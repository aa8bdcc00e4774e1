import Foundation
import TestSupport

/// Published schemas beside the repository, and the Python that `make test` sets up to hold JSON against them.
enum Schemas {
    static func path(_ name: String) -> String { SharedFolder.path("schemas/\(name)") }

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// `.venv/bin/python`, or what `LAYERAUDIT_PYTHON` names; with jsonschema.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["LAYERAUDIT_PYTHON"]
        let path = named ?? Tool.root.appendingPathComponent(".venv/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let check = try? Tool.run(path, ["-c", "import jsonschema"])
        return check?.status == 0 ? path : nil
    }()

    /// What jsonschema finds wrong with documents; empty for valid ones.
    static func problems(_ files: [String], schema: String) throws -> String {
        let script = Tool.root.appendingPathComponent("Tests/Recompute/validate_json.py").path
        let result = try Tool.run(python ?? "python3", [script, schema] + files)
        return result.status == 0 ? "" : result.output
    }
}
