import AuditCore
import Synchronization
import Testing

@testable import AuditCommands

/// Tables, times and plain progress lines.
@Suite struct PrintingTests {
    @Test func tablesAlign() {
        let lines = TextTable.lines([["a", "n"], ["bcd", "10"], ["e", "9"]], right: [1])
        #expect(lines == ["a     n", "bcd  10", "e     9"])
    }

    @Test func depthCurvesHaveARowPerCutAndApproach() {
        func row(_ cut: String, _ approach: Approach, _ outcome: GateOutcome, _ verdict: Verdict) -> DepthRow {
            DepthRow(
                cut: cut,
                sharedParameters: cut.isEmpty ? 0 : 12_345,
                approach: approach,
                leakage: nil,
                gates: [
                    DepthGate(
                        gate: "auc",
                        outcome: outcome,
                        attack: nil,
                        measured: nil,
                        interval: nil,
                        sentence: ""
                    )
                ],
                verdict: verdict
            )
        }
        let curve = DepthCurve(
            baseline: row("", .baseline, .pass, .pass),
            rows: [row("one", .freezing, .pass, .pass), row("two", .freezing, .fail, .fail)],
            control: nil,
            attacks: ["transmia-dnn"],
            policy: "p",
            looks: 3,
            confidence: 0.9833,
            unjudged: ["worlds"],
            utilityNote: Phrase(key: "depth.no-target")
        )
        let lines = DepthTable.lines(curve)
        #expect(lines[1].hasPrefix("(nothing)") && lines[2].hasPrefix("one") && lines[3].contains("fail: auc"))
        #expect(lines[2].contains("12,345"))
        #expect(lines.contains("Not judged here: worlds."))
        #expect(lines.last?.hasPrefix("PASS (exit code 0): 'one' is the deepest cut") == true)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
    func counts(number: Int, text: String) {
        #expect(TextTable.count(number) == text)
    }

    @Test(arguments: [(3, "3 s"), (63, "1:03"), (3723, "1:02:03")])
    func times(seconds: Int, text: String) {
        #expect(StageClock.text(.seconds(seconds)) == text)
    }

    @Test func timeToGo() {
        let start = ContinuousClock.now
        var clock = StageClock(stage: "s", steps: 4, now: start)
        #expect(clock.remaining(now: start + .seconds(10)) == nil)
        clock.step()
        #expect(clock.remaining(now: start + .seconds(10)) == .seconds(30))
        #expect(StageClock(stage: "s", steps: 0, now: start).remaining() == nil)
    }

    @Test func linesForALog() {
        let recorder = Recorder()
        let progress = LineProgress(pause: .zero) { recorder.add($0) }
        progress.begin(stage: "Train", steps: 20)
        for _ in 0..<20 { progress.step("") }
        progress.end(stage: "Train")
        let texts = recorder.lines
        #expect(texts.first == "Train …")
        #expect(texts.last?.hasPrefix("Train: done in ") == true)
        #expect(texts.filter { $0.contains(" %") }.count == 9)
    }

    private final class Recorder: Sendable {
        private let state = Mutex<[String]>([])
        var lines: [String] { state.withLock { $0 } }
        func add(_ line: String) { state.withLock { $0.append(line) } }
    }
}
