/// Where an audit tells how far it is; one stage at a time, called from any thread.
public protocol AuditProgress: Sendable {
    /// A stage begins.
    ///
    /// - Parameters:
    ///   - stage: its name, a few words.
    ///   - steps: how many times `step` will be called; 0 when that is not known.
    func begin(stage: String, steps: Int)

    /// One step of the running stage is done.
    ///
    /// - Parameter detail: what was done, a few words; may be empty.
    func step(_ detail: String)

    /// A stage is done.
    func end(stage: String)

    /// Something the reader should know while the audit runs.
    func note(_ text: String)
}
