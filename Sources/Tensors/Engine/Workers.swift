import Dispatch
import Foundation
import Synchronization

/// Runs independent jobs side by side, each with a single-threaded engine.
public enum Workers {
    /// Runs `body` once per item on up to `threads` threads.
    ///
    /// Results come in the items' order and do not depend on `threads`. The first failure stops jobs that have not
    /// started and is thrown.
    ///
    /// - Parameters:
    ///   - items: what to work on; large ones first balance best.
    ///   - threads: how many jobs run at once, at least 1.
    ///   - body: one job; it owns every tensor it makes.
    /// - Returns: one result per item.
    /// - Throws: what the first failing job threw.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        threads: Int,
        _ body: @escaping @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        let state = Mutex(Board<Result>(results: Array(repeating: nil, count: items.count)))
        let workers = max(1, min(threads, items.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            Engine.setThreads(1)
            while let index = state.withLock({ $0.take() }) {
                do {
                    let result = try body(items[index])
                    state.withLock { $0.results[index] = result }
                } catch {
                    state.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }
        return try state.withLock { board in
            if let failure = board.failure { throw failure }
            return board.results.compactMap(\.self)
        }
    }

    /// Which jobs are taken and what they gave.
    private struct Board<Result: Sendable>: Sendable {
        var results: [Result?]
        var next = 0
        var failure: (any Error)?

        mutating func take() -> Int? {
            guard failure == nil, next < results.count else { return nil }
            defer { next += 1 }
            return next
        }
    }
}
