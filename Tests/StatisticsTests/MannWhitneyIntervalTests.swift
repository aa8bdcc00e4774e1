import Statistics
import Testing

@Suite struct MannWhitneyIntervalTests {
    @Test func agreesWithHanleyAndMcNeilAtTheRoots() throws {
        for row in try Reference.load().mannWhitney {
            let ends = MannWhitneyInterval.interval(
                auc: row.auc,
                members: row.members,
                nonMembers: row.nonMembers,
                confidence: row.confidence
            )
            #expect(isClose(ends?.low, row.low) && isClose(ends?.high, row.high), "\(row)")
        }
    }

    /// Everybody told apart is no certainty.
    @Test func keepsItsWidthAtTheEnds() throws {
        let few = try #require(MannWhitneyInterval.interval(auc: 1, members: 6, nonMembers: 6, confidence: 0.95))
        let many = try #require(MannWhitneyInterval.interval(auc: 1, members: 60, nonMembers: 60, confidence: 0.95))
        #expect(few.high == 1 && few.low > 0.6 && few.low < 0.8 && many.low > few.low && many.low < 1)
    }

    @Test func outOfRange() {
        let bad: [(Double, Int, Int, Double)] = [
            (-0.1, 5, 5, 0.95), (1.1, 5, 5, 0.95), (.nan, 5, 5, 0.95), (0.5, 0, 5, 0.95), (0.5, 5, 0, 0.95),
            (0.5, 5, 5, 0), (0.5, 5, 5, 1),
        ]
        for (auc, members, nonMembers, confidence) in bad {
            #expect(
                MannWhitneyInterval.interval(
                    auc: auc,
                    members: members,
                    nonMembers: nonMembers,
                    confidence: confidence
                ) == nil
            )
        }
    }
}
