/// Where records are.
public struct DatasetDescription: Sendable {
    var file: String?
    var folder: String?
    var x: String?
    var y: String?
    /// Nowhere.
    public init() {}
}
