import AuditCore
import Statistics
import Tensors
import Testing

@testable import Audits

/// The largest of many AUCs is too large where there is nothing to find: its interval holds for having chosen it.
@Suite struct StrongestAttackTests {
    private static let records = 200

    /// Attacks of which each ranks members `shift` standard deviations above the others.
    private func groups(_ shifts: [Double], _ numbers: inout NormalNumbers) -> [MeasuredGroup] {
        let runs = shifts.enumerated().map { index, shift in
            let (inside, outside) = (numbers.next(Self.records, mean: shift), numbers.next(Self.records))
            return HandMadeBook.run(inside, outside, size: index + 1)
        }
        let book = HandMadeBook.book(runs, members: Self.records, nonMembers: Self.records)
        return book.groups.map { MeasuredGroup($0, in: book) }
    }

    private func strongest(_ groups: [MeasuredGroup], looks: Int? = nil) throws -> TrialLeakage {
        let strongest = StrongestAttack(groups: groups, looks: looks ?? groups.count, seed: Seed(5))
        return try #require(strongest.leakage(.any))
    }

    /// Twenty attacks that find nothing: of the largest AUC, an interval of 95 % by itself leaves out 0.5 about four times in
    /// ten; the one that holds for the choice hardly ever.
    @Test func theLargestOfManyNullsCoversChance() throws {
        var numbers = NormalNumbers(Seed(77))
        let (trials, attacks) = (60, 20)
        var (single, joint) = (0, 0)
        for _ in 0..<trials {
            let groups = groups(Array(repeating: 0, count: attacks), &numbers)
            let alone = try strongest(groups, looks: 1)
            let together = try strongest(groups)
            #expect(alone.auc == together.auc && together.attacks == attacks)
            #expect(abs(together.interval.confidence - (1 - 0.05 / Double(attacks))) < 1e-12)
            if alone.interval.low > 0.5 { single += 1 }
            if together.interval.low > 0.5 { joint += 1 }
            #expect(together.interval.low <= 0.5 || together.awayFromChance > 0)
        }
        // 1 − 0.975^20 = 0.40 of 60 is 24; 1 − 0.99875^20 = 0.025 of 60 is 1.5.
        #expect(single >= 12 && joint <= 5, "\(single) and \(joint)")
    }

    @Test func whatLeaksIsFoundAndCounted() throws {
        var numbers = NormalNumbers(Seed(78))
        let found = try strongest(groups([0, 1.5, -1, 0, 0.8], &numbers))
        // Φ(1.5 / √2) = 0.856; one attack ranks non-members above members, which is away from 0.5, too.
        #expect(abs(found.auc - 0.856) < 0.06 && found.interval.low > 0.7)
        #expect(found.attacks == 5 && found.awayFromChance == 3)
    }

    /// The ends are DeLong's at the confidence of all.
    @Test func theIntervalIsThatOfTheAttackAtTheConfidenceOfAll() throws {
        var numbers = NormalNumbers(Seed(79))
        let groups = groups([0.3, 0.3, 0.3], &numbers)
        let found = try strongest(groups, looks: 10)
        let aucs = groups.map { AUCMeasurement(group: $0, confidence: 0.995, seed: Seed(5)).measurement() }
        #expect(aucs.compactMap(\.value).max() == found.auc)
        let own = try #require(aucs.first { $0.value == found.auc }?.interval)
        #expect(abs(own.low - found.interval.low) < 1e-9 && abs(own.high - found.interval.high) < 1e-9)
        #expect(found.attacks == 3)
    }

    @Test func withoutAttacksThereIsNoStrongest() {
        #expect(StrongestAttack(groups: [], looks: 0, seed: Seed(5)).leakage(.any) == nil)
    }

    /// A thousand resamples say little of the one in a thousand: far out, a normal distribution of their spread bounds them.
    @Test func farOutABootstrapIsNoNarrowerThanANormalDistribution() throws {
        var numbers = NormalNumbers(Seed(80))
        let run = HandMadeBook.run(numbers.next(120, mean: 0.5), numbers.next(120))
        let book = HandMadeBook.book([run], members: 120, nonMembers: 120, subjects: (0..<240).map(String.init))
        let group = MeasuredGroup(book.groups[0], in: book)
        func measured(_ confidence: Double) -> Measurement {
            AUCMeasurement(group: group, confidence: confidence, seed: Seed(5)).measurement()
        }
        let usual = measured(0.95)
        #expect(usual.method.key == "method.bootstrap" && measured(0.99).method.key == "method.bootstrap")
        let far = measured(0.9995)
        #expect(far.method.key == "method.bootstrap-tail")
        // The normal quantiles of 0.9995 and 0.95 are 3.48 and 1.96.
        let (wide, narrow) = (try #require(far.interval), try #require(usual.interval))
        let ratio = (wide.high - wide.low) / (narrow.high - narrow.low)
        #expect(ratio > 1.6 && ratio < 2.2, "\(ratio)")
    }
}
