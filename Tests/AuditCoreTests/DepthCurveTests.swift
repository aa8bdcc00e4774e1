import AuditCore
import Testing

/// Which cut a depth curve recommends.
@Suite struct DepthCurveTests {
    private func row(_ cut: String, _ outcome: GateOutcome?, records: Int? = nil) -> DepthRow {
        let gates = outcome.map {
            [
                DepthGate(
                    gate: "auc",
                    outcome: $0,
                    attack: "transmia-dnn",
                    measured: 0.5,
                    interval: nil,
                    sentence: "",
                    recordsToDecide: records
                )
            ]
        }
        let verdict: Verdict =
            switch outcome {
            case .pass: .pass
            case .fail: .fail
            case .inconclusive: .inconclusive
            case nil: .incomplete
            }
        return DepthRow(
            cut: cut,
            sharedParameters: cut.count,
            approach: cut.isEmpty ? .baseline : .freezing,
            leakage: nil,
            gates: gates ?? [],
            verdict: verdict
        )
    }

    private func curve(_ baseline: GateOutcome?, _ rows: [DepthRow]) -> DepthCurve {
        DepthCurve(
            baseline: row("", baseline),
            rows: rows,
            control: nil,
            attacks: [],
            policy: "p",
            looks: rows.count + 1,
            confidence: 0.99,
            unjudged: [],
            utilityNote: nil
        )
    }

    @Test func theDeepestThatPasses() {
        let found = curve(.pass, [row("a", .pass), row("b", .pass), row("b", .pass), row("c", .fail)])
        #expect(found.recommended == "b" && found.verdict == .pass)
        #expect(found.cuts == ["a", "b", "c"])
        #expect(found.sentence.key == "depth.recommended")
    }

    /// A deeper cut may pass where a shallower one does not.
    @Test func everyRowOfACutCounts() {
        let found = curve(.pass, [row("a", .fail), row("b", .pass), row("b", .fail), row("c", .pass)])
        #expect(found.recommended == "c")
        #expect(curve(.pass, [row("b", .pass), row("b", .fail)]).verdict == .fail)
    }

    @Test func noneAndUndecidedAreToldApart() {
        let none = curve(.pass, [row("a", .fail), row("b", .fail)])
        #expect(none.verdict == .fail && none.sentence.key == "depth.none")
        let open = curve(.pass, [row("a", .inconclusive, records: 1234), row("b", .fail)])
        #expect(open.verdict == .inconclusive)
        #expect(open.sentence.text.contains("1,300"))
        let hopeless = curve(.pass, [row("a", .inconclusive), row("b", .fail)])
        #expect(hopeless.sentence.text.contains("more records would not tell: a"))
    }

    @Test func deeperCutsThatAreOpenAreNamedBesideTheRecommendedOne() {
        let found = curve(.pass, [row("a", .pass), row("b", .inconclusive, records: 90)])
        #expect(found.recommended == "a" && found.verdict == .pass)
        #expect(found.sentence.text.contains("'b'") && found.sentence.text.contains("90"))
    }

    @Test func aFloorThatFailsIsSaid() {
        let found = curve(.fail, [row("a", .pass), row("b", .pass)])
        #expect(found.verdict == .fail && found.recommended == nil)
        #expect(found.sentence.key == "depth.floor-fails" && found.sentence.text.contains("auc"))
    }

    @Test func withoutAGateNothingIsJudged() {
        #expect(curve(nil, [row("a", nil)]).verdict == .incomplete)
        #expect(curve(nil, [row("a", nil)]).verdict.exitCode == 2)
        // Gates may be about one approach alone.
        #expect(curve(nil, [row("a", .pass), row("a", nil)]).verdict == .pass)
    }
}
