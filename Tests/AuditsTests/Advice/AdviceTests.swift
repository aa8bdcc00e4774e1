import AuditCore
import Testing

@testable import Audits

/// What trials made by hand say to do.
@Suite struct AdviceTests {
    private func advice(_ trials: [CountermeasureTrial], isLeaking: Bool = true) -> TrialAdvice {
        LaboratoryResult(trials, isLeaking: isLeaking).advice
    }

    private func sentence(_ advice: TrialAdvice, _ key: String) -> Phrase? { advice.sentences.first { $0.key == key } }

    private let original = MadeTrials.trial(nil, auc: 0.7)

    /// Loss of accuracy first, where it is one, then what making the model takes.
    @Test func theCheapestOfThoseThatPassIsAdvised() {
        let free = MadeTrials.trial("l2", auc: 0.52, difference: -0.01, verdict: .pass, coreSeconds: 90)
        let freeToo = MadeTrials.trial("dropout", auc: 0.52, difference: 0.015, verdict: .pass, coreSeconds: 80)
        let dear = MadeTrials.trial("pruning", auc: 0.5, difference: -0.05, verdict: .pass, coreSeconds: 1)
        let failing = MadeTrials.trial("mixup", auc: 0.6, difference: 0.1, verdict: .fail, coreSeconds: 1)
        let advice = advice([original, MadeTrials.retrained(auc: 0.7), dear, free, freeToo, failing])
        #expect(advice.conclusion == .passes)
        #expect(advice.trial == "dropout")
        let others = sentence(advice, "advice.others")?.arguments.first?.value
        guard case .list(let names, _) = others else { return #expect(Bool(false), "\(advice)") }
        #expect(names.map(\.text).map { $0.suffix(7) } == ["(row 4)", "(row 3)"])
        #expect(sentence(advice, "advice.no-loss") != nil)
        let costly = self.advice([original, dear])
        #expect(costly.trial == "pruning")
        #expect(sentence(costly, "advice.loss") != nil && sentence(costly, "advice.no-loss") == nil)
    }

    @Test func wherePassesNothingTheNearestStands() {
        let open = MadeTrials.trial("l2", auc: 0.6, verdict: .inconclusive, recordsToDecide: 1234)
        let low = MadeTrials.trial("dropout", auc: 0.58, verdict: .fail)
        let advice = advice([original, MadeTrials.retrained(auc: 0.7), low, open])
        #expect(advice.conclusion == .nonePasses)
        #expect(advice.trial == "l2")
        #expect(sentence(advice, "advice.undecided")?.text.contains("about 1,300 members") == true)
        #expect(sentence(advice, "advice.cheapest") == nil)
        // Without the records that would settle it, it says that there is no number.
        let unknown = self.advice([original, MadeTrials.trial("l2", auc: 0.6, verdict: .inconclusive)])
        #expect(sentence(unknown, "advice.undecided")?.text.contains("no number of records") == true)
    }

    /// The largest fall first, against the model trained again where training changes.
    @Test func whatClearlyLowersLeakageIsNamed() throws {
        let advice = advice([
            original, MadeTrials.retrained(auc: 0.9), MadeTrials.trial("l2", auc: 0.83),
            MadeTrials.trial("early-stopping", auc: 0.6), MadeTrials.trial("dropout", auc: 0.87),
            MadeTrials.trial("differential-privacy", auc: 0.52), MadeTrials.trial("pruning", auc: 0.66),
            // Its interval and that without it overlap; that of the difference is above 0.
            MadeTrials.trial("mixup", auc: 0.855),
        ])
        let falls = try #require(sentence(advice, "advice.falls")?.text)
        let rows = falls.matches(of: #/row ([0-9])/#).map { String($0.output.1) }
        #expect(rows == ["6", "4", "3", "8"])
    }

    @Test func aFailedTrialIsNeverAdvised() {
        let advice = advice([original, MadeTrials.failed("differential-privacy")])
        #expect(advice.conclusion == .nonePasses && advice.trial == nil)
        #expect(sentence(advice, "advice.nothing-measured") != nil)
        #expect(sentence(advice, "advice.failed")?.text.contains("row 2") == true)
        let marked = LaboratoryResult([original, MadeTrials.failed("l2")], isLeaking: true).trials
        #expect(marked.map(\.isOnFront) == [true, false])
    }

    @Test func whereNothingLeaksOnlyMonitoringIsLeft() {
        let trials = [
            MadeTrials.trial(nil, auc: 0.5, verdict: .pass), MadeTrials.trial("l2", auc: 0.49, verdict: .pass),
        ]
        let advice = advice(trials, isLeaking: false)
        #expect(advice.conclusion == .unnecessary && advice.trial == nil)
        #expect(advice.sentences.map(\.key) == ["advice.unnecessary"])
    }

    @Test func aRecipeThatPassesByItselfIsSaid() {
        let trials = [
            original, MadeTrials.retrained(auc: 0.5, verdict: .pass), MadeTrials.trial("l2", auc: 0.5, verdict: .pass),
        ]
        #expect(sentence(advice(trials), "advice.retrained-passes") != nil)
    }

    @Test(arguments: [Language.english, .french, .german])
    func everyPlaceIsFilled(_ language: Language) {
        let trials = [
            original, MadeTrials.retrained(auc: 0.9, verdict: .pass),
            MadeTrials.trial("l2", auc: 0.5, verdict: .pass, privacy: MadeTrials.bound(2)),
            MadeTrials.trial("pruning", auc: 0.5, difference: -0.1, verdict: .pass),
            MadeTrials.trial("mixup", auc: 0.5, verdict: .inconclusive, recordsToDecide: 200),
            MadeTrials.failed("dropout"),
        ]
        let figures = TrialFigures.all(trials)
        let phrases =
            advice(trials).sentences + advice(trials, isLeaking: false).sentences + advice([original]).sentences
            + figures.flatMap { [$0.title, $0.alternative, $0.x.title, $0.y.title] + $0.series.map(\.name) }
        for phrase in phrases {
            #expect(phrase.key != nil)
            #expect(!phrase.text(in: language).contains(#/[{}]/#), "\(phrase.text(in: language))")
            #expect(
                language == .english || phrase.key == "figure.epsilon-axis" || phrase.text(in: language) != phrase.text
            )
        }
    }
}
