import Audits
import Foundation
import Synchronization

/// A bar with the time to go, redrawn in place on a terminal.
final class BarProgress: AuditProgress {
    private struct State {
        var clock: StageClock?
        var drawn = ContinuousClock.Instant.now
    }

    private let state = Mutex(State())
    private static let width = 24

    func begin(stage: String, steps: Int) {
        state.withLock { state in
            state.clock = StageClock(stage: stage, steps: steps)
            Self.draw(&state, detail: "")
        }
    }

    func step(_ detail: String) {
        state.withLock { state in
            state.clock?.step()
            let isLast = state.clock?.share == 1
            guard isLast || state.drawn.duration(to: .now) > .milliseconds(100) else { return }
            Self.draw(&state, detail: detail)
        }
    }

    func end(stage: String) {
        state.withLock { state in
            guard let clock = state.clock else { return }
            Self.put("\(stage): \(StageClock.text(clock.elapsed()))\n")
            state.clock = nil
        }
    }

    func note(_ text: String) {
        state.withLock { state in
            Self.put("\(text)\n")
            if state.clock != nil { Self.draw(&state, detail: "") }
        }
    }

    private static func draw(_ state: inout State, detail: String) {
        guard let clock = state.clock else { return }
        state.drawn = .now
        var line = clock.stage
        if let share = clock.share {
            let full = Int(share * Double(width))
            let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
            line += " \(bar) \(Int(share * 100)) %"
        }
        if let remaining = clock.remaining() { line += ", \(StageClock.text(remaining)) to go" }
        if !detail.isEmpty { line += " (\(detail))" }
        put(String(line.prefix(columns)))
    }

    /// Clears the line before writing over it.
    private static func put(_ text: String) { StandardError.write("\r\u{1B}[2K\(text)", terminator: "") }

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 79 }
        return Int(size.ws_col) - 1
    }
}
