import CTorch

/// The numerical engine as a whole.
public enum Engine {
    /// The version of libtorch.
    public static var version: String { String(cString: ct_version()) }

    /// Whether the processor multiplies matrices of bfloat16 numbers in instructions of their own (AMX).
    public static var hasFastBfloat16: Bool { ct_has_fast_bfloat16() }

    /// Sets the engine's threads inside one operation, for the calling thread.
    ///
    /// LayerAudit always computes with one thread per operation and runs independent jobs side by side (`Workers`):
    /// sums are then taken in the same order whatever the number of threads, so figures do not depend on it.
    public static func setThreads(_ count: Int) { ct_set_threads(Int32(count)) }

    /// Runs `body` without recording gradients on this thread.
    public static func withoutGradients<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let before = ct_gradients()
        ct_set_gradients(false)
        defer { ct_set_gradients(before) }
        return try body()
    }
}
