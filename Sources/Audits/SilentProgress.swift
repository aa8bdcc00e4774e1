/// Progress that nobody watches.
public struct SilentProgress: AuditProgress {
    /// Makes one.
    public init() {}

    /// Does nothing.
    public func begin(stage: String, steps: Int) {}

    /// Does nothing.
    public func step(_ detail: String) {}

    /// Does nothing.
    public func end(stage: String) {}

    /// Does nothing.
    public func note(_ text: String) {}
}
