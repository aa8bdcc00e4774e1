import AuditCore
import Foundation

/// Where a result is shown: the model's file, at the layer where it is cut.
struct SARIFPlace {
    let record: AuditRecord

    var value: JSONValue {
        let index = record.provenance.files.firstIndex { $0.role == "source model" }
        let name = index.map { record.provenance.files[$0].name } ?? record.model.name
        let uri = Self.uri(name)
        return .members([
            "physicalLocation": .members([
                "artifactLocation": .members(["uri": .string(uri), "index": .count(index)]),
                // A model has no lines; viewers that show results in files want one.
                "region": .members(["startLine": .integer(1)]),
            ]),
            "logicalLocations": record.model.cut.isEmpty
                ? nil
                : .array([
                    .members([
                        "name": .string(record.model.cut), "kind": .string("object"),
                        "fullyQualifiedName": .string("\(record.model.name)/\(record.model.cut)"),
                    ])
                ]),
        ])
    }

    /// A file's name as a relative reference, which holds no scheme, path or query of its own.
    static func uri(_ name: String) -> String {
        let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let escaped = name.addingPercentEncoding(withAllowedCharacters: kept) ?? "model"
        return escaped.isEmpty || escaped == "." || escaped == ".." ? "model" : escaped
    }
}
