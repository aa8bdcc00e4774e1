import AuditCore
import Countermeasures
import Testing

@testable import Audits

/// Which hardened model is written.
@Suite struct HardenedChoiceTests {
    private static let asked = [
        CountermeasureSettings(QuantisedLayers.descriptor),
        CountermeasureSettings(QuantisedLayers.descriptor, ["bits": 4]),
        CountermeasureSettings(WeightDecay.descriptor), CountermeasureSettings(LabelAnswers.descriptor),
    ]

    private func failure<Result>(_ work: () throws -> Result) -> HardenedError? {
        do {
            _ = try work()
            return nil
        } catch { return error as? HardenedError }
    }

    @Test func namesThatCannotBeChosen() {
        let unknown = failure { try HardenedChoice("quantisation(bits 5)", among: Self.asked) }
        #expect(unknown?.code == .unknownChoice)
        #expect(unknown?.location == .option("--choose"))
        #expect(unknown?.remedy.contains("Did you mean 'quantisation(bits 8)'?") == true)
        #expect(failure { try HardenedChoice("quantisation", among: Self.asked) }?.code == .ambiguousChoice)
        #expect(failure { try HardenedChoice("label-only", among: Self.asked) }?.code == .changesNoFile)
        #expect(failure { try HardenedChoice("l2", among: Self.asked) } == nil)
        #expect(failure { try HardenedChoice("quantisation(bits 4)", among: Self.asked) } == nil)
    }

    private func trial(
        _ settings: CountermeasureSettings,
        _ verdict: Verdict?,
        recipients: [Double] = [],
        coreSeconds: Double = 0
    ) -> CountermeasureTrial {
        CountermeasureTrial(
            id: settings.text,
            kind: .countermeasure,
            countermeasure: settings.id,
            title: "",
            outcome: verdict == nil ? .failed : .measured,
            reason: verdict == nil ? "no model" : nil,
            leakage: [
                TrialLeakage(
                    adversary: .any,
                    attack: "gap",
                    approach: .none,
                    auc: 0.5,
                    interval: Interval(low: 0.4, high: 0.6, confidence: 0.95),
                    attacks: 1,
                    awayFromChance: 0
                )
            ],
            utilities: recipients.map {
                TrialUtility(
                    measure: .recipient,
                    approach: .freezing,
                    accuracy: $0,
                    interval: Interval(low: 0, high: 1, confidence: 0.95),
                    records: 9,
                    difference: $0 - 1,
                    differenceInterval: Interval(low: $0 - 1.01, high: $0 - 0.99, confidence: 0.95)
                )
            },
            verdict: verdict,
            coreSeconds: coreSeconds
        )
    }

    private func hardening(_ trials: [CountermeasureTrial]) -> Hardening {
        let models = Self.asked.prefix(3).map {
            HardenedModel(
                settings: $0,
                path: "",
                cut: "",
                isSecret: false,
                inputShape: [],
                adversary: AdversaryReader(profile: .quick, attacks: []).read(nil),
                keepsCheckpoints: true
            )
        }
        return Hardening(result: LaboratoryResult(trials, isLeaking: true), models: Array(models), refusals: [:])
    }

    private func chosen(_ name: String?, _ trials: [CountermeasureTrial]) throws -> String {
        try HardenedChoice(name, among: Self.asked).model(of: hardening(trials)).id
    }

    @Test func theCheapestThatPasses() throws {
        let passing = [
            trial(Self.asked[0], .fail, recipients: [0.9]), trial(Self.asked[1], .pass, recipients: [0.7]),
            trial(Self.asked[2], .pass, recipients: [0.75], coreSeconds: 9),
        ]
        #expect(try chosen(nil, passing) == Self.asked[2].text)
        let equal = [
            trial(Self.asked[0], .inconclusive, recipients: [0.9]),
            trial(Self.asked[1], .pass, recipients: [0.7], coreSeconds: 9),
            trial(Self.asked[2], .pass, recipients: [0.7], coreSeconds: 2),
        ]
        #expect(try chosen(nil, equal) == Self.asked[2].text)
        #expect(try chosen("quantisation(bits 8)", equal) == Self.asked[0].text)
    }

    @Test(arguments: [(Verdict.inconclusive, Int32(3)), (.fail, 1), (.incomplete, 2)])
    func nonePasses(_ verdict: Verdict, _ code: Int32) throws {
        let trials = [trial(Self.asked[0], verdict), trial(Self.asked[1], nil), trial(Self.asked[2], verdict)]
        let error = failure { try chosen(nil, trials) }
        #expect(error?.code == .nonePasses && error?.exitCode == code)
        #expect(error?.remedy.contains("--choose") == true && error?.remedy.contains("quantisation(bits 8)") == true)
        let failed = failure { try chosen("quantisation(bits 4)", trials) }
        #expect(failed?.code == .notMeasured && failed?.cause == "no model")
    }
}
