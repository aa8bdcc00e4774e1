import Audits
import Synchronization

/// Plain lines for a log: a stage's beginning, every tenth of it but at most one line in five seconds, and its end.
final class LineProgress: AuditProgress {
    private struct State {
        var clock: StageClock?
        var tenth = 0
        var written = ContinuousClock.Instant.now
    }

    private let state = Mutex(State())
    private let write: @Sendable (String) -> Void
    private let pause: Duration

    init(pause: Duration = .seconds(5), write: @escaping @Sendable (String) -> Void = { StandardError.write($0) }) {
        self.pause = pause
        self.write = write
    }

    func begin(stage: String, steps: Int) {
        state.withLock { $0 = State(clock: StageClock(stage: stage, steps: steps)) }
        write("\(stage) …")
    }

    func step(_ detail: String) {
        let line = state.withLock { state -> String? in
            state.clock?.step()
            guard let clock = state.clock, let share = clock.share else { return nil }
            let tenth = Int(share * 10)
            guard tenth > state.tenth, tenth < 10, state.written.duration(to: .now) >= pause else { return nil }
            state.tenth = tenth
            state.written = .now
            let remaining = clock.remaining().map { ", \(StageClock.text($0)) to go" } ?? ""
            return "\(clock.stage): \(tenth * 10) %\(remaining)\(detail.isEmpty ? "" : " (\(detail))")"
        }
        if let line { write(line) }
    }

    func end(stage: String) {
        let elapsed = state.withLock { state in
            defer { state.clock = nil }
            return state.clock?.elapsed()
        }
        write("\(stage): done" + (elapsed.map { " in \(StageClock.text($0))" } ?? ""))
    }

    func note(_ text: String) { write(text) }
}
