import Tensors
import Testing

@testable import ShadowModels

/// The draws of shadow training and test sets.
struct DrawTests {
    private let labels = (0..<600).map { $0 * $0 % 10 == 0 ? 0 : $0 % 6 }

    private func counts(_ rows: [Int], _ labels: [Int], _ classes: Int) -> [Int] {
        rows.reduce(into: Array(repeating: 0, count: classes)) { $0[labels[$1]] += 1 }
    }

    @Test(arguments: [0, 1, 5, 6, 100, 301])
    func balancedAndDistinct(count: Int) {
        for seed in 0..<20 {
            let rows = ClassBalancedDraw.rows(count, labels: labels, classes: 6, seed: Seed(UInt64(seed)))
            #expect(rows.count == count && Set(rows).count == count)
            #expect(rows.allSatisfy { (0..<600).contains($0) })
            let counts = counts(rows, labels, 6)
            #expect(counts.allSatisfy { $0 == count / 6 || $0 == count / 6 + 1 })
            #expect(counts.count { $0 == count / 6 + 1 } == count % 6)
        }
    }

    @Test func deficitIsMadeUp() {
        let labels = [0, 0, 0] + Array(repeating: 1, count: 40) + Array(repeating: 3, count: 57)
        for seed in 0..<20 {
            let rows = ClassBalancedDraw.rows(60, labels: labels, classes: 4, seed: Seed(UInt64(seed)))
            let counts = counts(rows, labels, 4)
            #expect(Set(rows).count == 60 && counts[0] == 3 && counts[2] == 0)
            #expect(counts[1] >= 15 && counts[3] >= 15 && counts[1] + counts[3] == 57)
        }
        let all = ClassBalancedDraw.rows(100, labels: labels, classes: 4, seed: Seed(1))
        #expect(all.sorted() == Array(0..<100) && all != Array(0..<100))
    }

    @Test func everyRowAndEveryPlaceIsAsLikely() {
        // 3,000 draws of 12 from 60 in 6 classes of 10: each row expected 600 times, standard deviation 22.
        let labels = (0..<60).map { $0 % 6 }
        var drawn = Array(repeating: 0, count: 60)
        var first = Array(repeating: 0, count: 6)
        for seed in 0..<3000 {
            let rows = ClassBalancedDraw.rows(12, labels: labels, classes: 6, seed: Seed(9).derived("draw", seed))
            for row in rows { drawn[row] += 1 }
            first[labels[rows[0]]] += 1
        }
        #expect(drawn.allSatisfy { abs($0 - 600) < 110 })
        #expect(first.allSatisfy { abs($0 - 500) < 100 })
    }

    @Test func drawsDifferByEverythingThatNamesThem() {
        func draw(_ size: Int, _ turn: Int, _ index: Int, _ seed: UInt64) -> ShadowDraw {
            ShadowDraw(
                size: size,
                repeatIndex: turn,
                index: index,
                trainLabels: labels,
                testLabels: labels,
                classes: 6,
                seed: Seed(seed)
            )
        }
        let draws = [draw(50, 0, 0, 1), draw(50, 1, 0, 1), draw(50, 0, 1, 1), draw(50, 0, 0, 2), draw(51, 0, 0, 1)]
        #expect(Set(draws).count == draws.count)
        #expect(draw(50, 0, 0, 1) == draws[0])
        for draw in draws {
            #expect(draw.trainRows.count == draw.testRows.count)
            #expect(draw.trainRows != draw.testRows, "the test set is drawn on its own")
        }
    }
}
