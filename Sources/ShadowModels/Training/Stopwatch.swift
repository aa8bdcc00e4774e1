import Dispatch

/// Wall-clock time of one job; a job has one thread, so this is its processor time.
public struct Stopwatch: Sendable {
    private let start = DispatchTime.now().uptimeNanoseconds

    /// Starts now.
    public init() {}

    /// Seconds since the start.
    public var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
}
