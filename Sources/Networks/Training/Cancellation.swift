import Synchronization

/// A switch that ends long work at its next safe place.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// A switch that is off.
    public init() {}

    /// Turns it on, from any thread or a signal handler's queue.
    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// Whether it is on.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Ends the work when the switch is on.
    ///
    /// - Throws: `NetworkError.cancelled`.
    public func check() throws(NetworkError) {
        guard isCancelled else { return }
        throw NetworkError(.cancelled, "the run was cancelled", remedy: "Start it again; nothing was half-written.")
    }
}
