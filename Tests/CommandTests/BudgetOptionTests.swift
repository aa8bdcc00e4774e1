import Testing

@testable import AuditCommands

@Suite struct BudgetOptionTests {
    @Test(arguments: [("90s", 90.0), ("30m", 1800), ("2h", 7200), ("1h30m", 5400), ("1h1m1s", 3661)])
    func readsTimes(_ text: String, _ seconds: Double) {
        #expect(TimeBudget(argument: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "30", "m", "0m", "-5m", "1m1h", "1.5h", "30 m", "99999999999999999999h"])
    func refusesOthers(_ text: String) { #expect(TimeBudget(argument: text) == nil) }
}
