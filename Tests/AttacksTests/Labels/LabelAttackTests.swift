import AuditCore
import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// Attacks by labels alone, on a model of images that learned its members by heart.
struct LabelAttackTests {
    private let model: OverfittedImages

    init() throws { model = try OverfittedImages.shared.get() }

    static let ids = ["label-noise", "label-augmentation", "label-boundary"]
    private static let audited = 0..<2 * OverfittedImages.size
    private static let strangers = 2 * OverfittedImages.size..<5 * OverfittedImages.size

    private func scores(_ id: String, _ rows: Range<Int>, threads: Int = 1) throws -> AttackScores {
        let attack = try #require(AttackCatalog.attack(id))
        return try attack.init(parameters: AttackParameters()).scores(model.input(attack, rows, threads: threads))
    }

    private func interval(_ scores: [Double]) throws -> ClosedRange<Double> {
        let half = scores.count / 2
        let interval = DeLong.interval(
            members: Array(scores[..<half]),
            nonMembers: Array(scores[half...]),
            confidence: 0.95
        )
        let (_, low, high, _) = try #require(interval)
        return low...high
    }

    @Test(arguments: ids)
    func findsThePlantedLeak(id: String) throws {
        let result = try scores(id, Self.audited)
        let found = try interval(result.scores)
        let gap = try interval(Gap(parameters: AttackParameters()).scores(model.input(Gap.self, Self.audited)).scores)
        print("\(id): AUC \(found), gap \(gap)")
        #expect(found.lowerBound > 0.6, "\(id): \(found)")
        let learning = try #require(result.learning)
        let right = ClopperPearson.lower(
            successes: Double(learning.rightDecisions),
            trials: Double(learning.records),
            alpha: 0.05
        )
        #expect(try #require(right) > 0.5 && learning.auc > 0.6, "\(id): \(learning)")
    }

    /// Of records that nobody was trained on, none stands out: intervals over 40 splits cover 0.5 about as often as asked.
    @Test(arguments: ids)
    func findsNothingInStrangers(id: String) throws {
        let result = try scores(id, Self.strangers)
        var covered = 0
        for split in 0..<40 {
            var generator = Seed(20).derived("split", split).generator
            let order = generator.permutation(result.scores.count)
            if try interval(order.map { result.scores[$0] }).contains(0.5) { covered += 1 }
        }
        #expect(covered >= 34, "\(id): \(covered) of 40")
    }

    @Test(arguments: ids)
    func sameForAnyThreads(id: String) throws {
        #expect(try scores(id, Self.audited) == scores(id, Self.audited, threads: 2))
    }

    @Test func readingDoesNotDependOnThreads() throws {
        let observers: [(Int) -> any ModelObserver] = [
            { NoiseObserver(model.trainer($0), queries: 21) },
            { AugmentationObserver(model.trainer($0), recipe: model.recipe) },
            { BoundaryObserver(model.trainer($0), queries: 60) },
        ]
        for observer in observers {
            let read = try [1, 2].map { threads in
                try observer(threads).observe(
                    model.trainer(threads).source.weights,
                    rows: Array(1300..<1450),
                    known: Array(0..<90),
                    seed: Seed(3)
                )
            }
            #expect(read[0] == read[1] && read[0].count == 150)
            #expect(read[0].values.allSatisfy { $0.allSatisfy { $0.isFinite && $0 >= 0 } })
        }
    }

    /// What the adversary pays is counted: every copy of every record.
    @Test func queriesAreCounted() throws {
        let trainer = model.trainer(2)
        let rows = Array(1300..<1400)
        func read(_ observer: any ModelObserver) throws -> Observations {
            try observer.observe(trainer.source.weights, rows: rows, known: Array(0..<70), seed: Seed(3))
        }
        // 1 plain and 5 copies at each of 4 scales; what does not divide evenly is not asked.
        #expect(try read(NoiseObserver(trainer, queries: 23)).queries == 100 * 21)
        #expect(AugmentationObserver.queries == 26)
        #expect(try read(AugmentationObserver(trainer, recipe: model.recipe)).queries == 100 * 26)
        let boundary = try #require(try read(BoundaryObserver(trainer, queries: 60)).queries)
        #expect(boundary > 100 * 20 && boundary <= 70 + 100 * 60)
    }

    /// Without noise and shift, the shares are those of the gap; strong noise leaves fewer right labels than weak noise.
    @Test func sharesAreThoseOfTheLabels() throws {
        let trainer = model.trainer(2)
        let rows = Array(trainer.shadowCount..<trainer.labels.count)
        let expected = try Gap(parameters: AttackParameters())
            .scores(model.input(Gap.self, 0..<rows.count)).scores
        for observer: any ModelObserver in [
            NoiseObserver(trainer, queries: 41), AugmentationObserver(trainer, recipe: model.recipe),
        ] {
            let read = try observer.observe(trainer.source.weights, rows: rows, known: [], seed: Seed(3))
            #expect(read["right"] == expected)
            if let weak = read["noise/1"], let strong = read["noise/4"] {
                #expect(weak.reduce(0, +) > 1.1 * strong.reduce(0, +))
                #expect(weak.allSatisfy { ($0 * 10).rounded() / 10 == $0 && $0 <= 1 })
            }
        }
    }

    @Test func onlyImagesAreShifted() {
        for shape in [[12], [8, 8], [7, 9, 1], [9, 7, 1], [3, 32, 32], [8, 8, 5], [4, 8, 8, 1]] {
            #expect(!AugmentationObserver.canRead(shape), "\(shape)")
            #expect(BoundaryObserver.canRead(shape) && NoiseObserver.canRead(shape))
        }
        for shape in [[8, 8, 1], [32, 32, 3], [20, 30, 4]] { #expect(AugmentationObserver.canRead(shape), "\(shape)") }
    }
}
