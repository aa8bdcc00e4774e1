import AuditCore
import Tensors
import Testing

@testable import Audits

/// The Pareto front and its figure.
@Suite struct ParetoTests {
    /// Held against the definition, on points with many ties.
    @Test func theFrontIsWhatNothingBeats() {
        var generator = Seed(3).generator
        for count in [0, 1, 2, 5, 40] {
            for _ in 0..<50 {
                let points = (0..<count).map { _ in
                    (
                        leakage: Double(Int.random(in: 0..<8, using: &generator)) / 8,
                        accuracy: Double(Int.random(in: 0..<8, using: &generator)) / 8
                    )
                }
                let expected = points.indices.filter { index in
                    !points.contains { other in
                        let isAsGood =
                            other.leakage <= points[index].leakage && other.accuracy >= points[index].accuracy
                        return isAsGood && other != points[index]
                    }
                }
                let front = ParetoFront.indices(points)
                #expect(front.sorted() == expected)
                #expect(zip(front, front.dropFirst()).allSatisfy { points[$0].leakage <= points[$1].leakage })
            }
        }
    }

    @Test func trialsOnTheFrontAreMarkedAndDrawn() throws {
        let trials = [
            MadeTrials.trial(nil, auc: 0.7, accuracy: 0.9), MadeTrials.failed("l2"),
            MadeTrials.trial("pruning", auc: 0.6, accuracy: 0.8, verdict: .pass),
            MadeTrials.trial("quantisation", auc: 0.65, accuracy: 0.7, verdict: .inconclusive),
        ]
        #expect(LaboratoryResult(trials, isLeaking: true).trials.map(\.isOnFront) == [true, false, true, false])
        let figure = try #require(ParetoFigure.of(TrialComparison(trials)))
        let points = figure.series.filter { $0.style == .points }.flatMap(\.points)
        #expect(points.compactMap(\.label) == ["1", "3", "4"])
        #expect(
            points.allSatisfy { ($0.horizontal?.contains($0.x) ?? false) && ($0.vertical?.contains($0.y) ?? false) }
        )
        #expect(figure.series.last?.points == [.init(x: 0.6, y: 0.8), .init(x: 0.7, y: 0.9)])
        #expect(figure.y.title.text.contains("(freezing)"))
        #expect(figure.alternative.text.contains("rows 3, 1"))
        #expect(ParetoFigure.of(TrialComparison([trials[0]])) == nil)
    }

    @Test func boundsOfEpsilonStandBesideWhatAttacksShow() throws {
        let trials = [
            MadeTrials.trial(nil, auc: 0.7),
            MadeTrials.trial("differential-privacy", auc: 0.5, privacy: MadeTrials.bound(2)),
        ]
        let figure = try #require(EpsilonFigure.of(trials))
        #expect(figure.series.map { $0.points.map(\.x) } == [[1, 2], [2], [2]])
        #expect(figure.series.map { $0.points.map(\.y) } == [[0.2, 0.2], [2], [2.1]])
        #expect(figure.alternative.text.contains("at least 0.200, at most 2.000 (PLD)"))
        #expect(EpsilonFigure.of([trials[0]]) == nil)
    }
}
