import Foundation
import TestSupport
import Testing

/// `dp epsilon` and `dp noise`.
@Suite struct DPTests {
    private struct Answer: Decodable {
        let rdp, pld, noise, delta, advantageBound: Double
        let records, batch, steps: Int
        let accountant: String?
        let caveats: [String]
    }

    private func answer(_ run: CommandRun) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }

    private let training = ["--records", "60000", "--batch", "256", "--epochs", "60", "--delta", "1e-5"]

    @Test func epsilon() throws {
        let run = try CommandRun(list: ["dp", "epsilon", "--noise", "1.1"] + training)
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.output.contains(#/RDP +2\.59\d\d/#))
        #expect(run.output.contains(#/PLD +2\.38\d\d/#))
        #expect(run.output.contains("14,063 steps"))
        #expect(run.output.contains("Poisson sampling"))
        #expect(run.output.contains("post-processing"))
    }

    @Test func epsilonAsJSON() throws {
        let run = try CommandRun(list: ["dp", "epsilon", "--noise", "1.1", "--json"] + training)
        let answer = try answer(run)
        #expect(abs(answer.rdp - 2.5967) < 1e-3)
        #expect(abs(answer.pld - 2.3818) < 1e-3)
        #expect(answer.steps == 14_063)
        #expect(answer.caveats.contains("poisson-sampling"))
        #expect(answer.accountant == nil)
    }

    @Test(arguments: ["pld", "rdp"])
    func noise(accountant: String) throws {
        let run = try CommandRun(
            list: ["dp", "noise", "--epsilon", "3", "--accountant", accountant, "--json"] + training
        )
        let answer = try answer(run)
        #expect(answer.accountant == accountant)
        let reached = accountant == "pld" ? answer.pld : answer.rdp
        #expect(reached <= 3)
        #expect(reached > 2.999)
    }

    /// The printed noise is rounded, and still does.
    @Test func printedNoiseKeepsTheTarget() throws {
        let run = try CommandRun(list: ["dp", "noise", "--epsilon", "3"] + training)
        let noise = try #require(run.output.firstMatch(of: #/^noise ([0-9.]+) /#)).output.1
        let checked = try CommandRun(list: ["dp", "epsilon", "--noise", String(noise), "--json"] + training)
        #expect(try answer(checked).pld <= 3)
    }

    @Test func infiniteEpsilon() throws {
        let run = try CommandRun(
            list: ["dp", "epsilon", "--noise", "1", "--records", "100", "--batch", "10", "--epochs", "1"]
                + ["--delta", "1e-17"]
        )
        #expect(run.code == 0)
        #expect(run.output.contains(#/PLD +∞/#))
        #expect(run.output.contains("Ask for a larger δ"))
    }

    @Test func noNoiseDoes() throws {
        let run = try CommandRun(
            list: ["dp", "noise", "--epsilon", "1e-5", "--records", "100", "--batch", "100", "--epochs", "1e6"]
                + ["--delta", "1e-9", "--accountant", "rdp"]
        )
        #expect(run.code == 2)
        #expect(run.errorID == "accounting.unreachable")
        #expect(run.hasRemedy)
    }

    @Test(arguments: [
        ["--records", "0"], ["--batch", "0"], ["--batch", "60001"], ["--epochs", "0"], ["--delta", "0"],
        ["--delta", "1"], ["--noise", "0"], ["--noise", "nan"], ["--epochs", "1e12"],
    ])
    func valuesOutOfRange(change: [String]) throws {
        var arguments = ["--noise", "1.1"] + training
        let place = try #require(arguments.firstIndex(of: change[0]))
        arguments[place + 1] = change[1]
        let run = try CommandRun(list: ["dp", "epsilon"] + arguments)
        #expect(run.code == 64)
        #expect(run.errors.contains("\(change[0]) takes "))
        #expect(run.output == "")
    }

    @Test(arguments: ["0", "-1", "inf"])
    func targetsOutOfRange(epsilon: String) throws {
        let run = try CommandRun(list: ["dp", "noise", "--epsilon=\(epsilon)"] + training)
        #expect(run.code == 64)
        #expect(run.errors.contains("--epsilon takes "))
    }
}
