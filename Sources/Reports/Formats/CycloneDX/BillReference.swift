/// How the parts of a bill refer to each other, and small parts that recur.
enum BillReference {
    static let model = "model"
    static let tool = "layeraudit"
    static let policy = "policy"
    static let record = "evidence-record"

    static func component(_ index: Int) -> String { "component-\(index + 1)" }
    static func requirement(_ index: Int) -> String { "gate-\(index + 1)" }
    static func claim(_ index: Int) -> String { "claim-\(index + 1)" }

    /// A SHA-256; left out where there is none.
    static func hashes(_ sha256: String?) -> JSONValue? {
        guard let sha256, !sha256.isEmpty else { return nil }
        return .array([.members(["alg": .string("SHA-256"), "content": .string(sha256)])])
    }

    static func property(_ name: String, _ value: String) -> JSONValue {
        .members(["name": .string("layeraudit:\(name)"), "value": .string(value)])
    }
}
