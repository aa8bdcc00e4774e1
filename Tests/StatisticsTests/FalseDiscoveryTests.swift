import Statistics
import Testing

struct FalseDiscoveryTests {
    /// Values of scipy.stats.false_discovery_control (SciPy 1.16).
    @Test func qValuesEqualSciPy() {
        let p = [0.01, 0.04, 0.03, 0.2, 0.5, 0.005, 0.03, 1.0]
        let expected = [0.04, 0.064, 0.06, 0.26666666666666666, 0.5714285714285714, 0.04, 0.06, 1.0]
        for (found, wanted) in zip(BenjaminiHochberg.adjusted(p), expected) { #expect(abs(found - wanted) < 1e-15) }
    }

    @Test func whatIsNoProbabilityNamesNobody() {
        #expect(BenjaminiHochberg.adjusted([.nan, -1, 2, 0.01]) == [1, 1, 1, 0.04])
        #expect(BenjaminiHochberg.adjusted([]) == [])
    }

    @Test func conformalPValuesCountTies() {
        #expect(ConformalPValue.of([3, 2, 0, .infinity, .nan], among: [1, 2, 3, .nan]) == [0.4, 0.6, 0.8, 0.2, 1])
        #expect(ConformalPValue.of([1], among: []) == [1])
    }

    /// Of ten thousand scores like the references, p is below f about a share f of the time.
    @Test(arguments: [0.01, 0.05, 0.5]) func conformalPValuesAreUniform(_ level: Double) {
        let references = (0..<999).map { Double($0 * 7919 % 1009) }
        let scores = (0..<10_000).map { Double($0 * 104_729 % 1009) }
        let share = Double(ConformalPValue.of(scores, among: references).count { $0 <= level }) / 10_000
        #expect(abs(share - level) < 0.012)
    }
}
