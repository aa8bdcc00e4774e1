import Foundation

/// Processor time of this thread: what else the machine does takes nothing from it.
public enum ThreadTime {
    /// Seconds of processor time that some work took on this thread.
    public static func measure(_ work: () throws -> Void) rethrows -> Double {
        let start = now
        try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
