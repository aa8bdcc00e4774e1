/// How records are prepared.
public struct Preprocessing: Sendable {
    /// As they are.
    public init() {}
}
