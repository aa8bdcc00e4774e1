import AuditCore
import Foundation
import Testing

@testable import Audits

/// Who is named, how, and how often by mistake.
struct ExposureTests {
    private func exposure(
        _ runs: [AttackRun],
        members: Int,
        nonMembers: Int,
        subjects: [String]? = nil,
        identifiers: ExposureSheet.Identifiers = .rows
    ) -> Exposure {
        let book = HandMadeBook.book(runs, members: members, nonMembers: nonMembers, subjects: subjects)
        return Exposure(book, controls: ["gap"], identifiers: identifiers)
    }

    /// Scores in [0, 1) without a pattern that members and non-members do not share.
    private func noise(_ count: Int, _ seed: Int) -> [Double] {
        (0..<count).map { Double(($0 * 7919 + seed * 104_729) % 10_007) / 10_007 }
    }

    @Test func thePlantedAreNamedAndStandFirst() {
        var members = noise(200, 1)
        for row in [17, 80, 133] { members[row] = 5 + Double(row) }
        let exposure = exposure([HandMadeBook.run(members, noise(2000, 2))], members: 200, nonMembers: 2000)
        #expect(Set(exposure.subjects.prefix(3).map(\.row)) == [17, 80, 133])
        #expect(exposure.subjects.prefix(3).allSatisfy { $0.q <= 0.05 })
        #expect(exposure.sheet.named >= 3)
        #expect(exposure.sheet.count == 200)
        #expect(exposure.subjects.map(\.rank) == Array(1...200))
        #expect(exposure.subjects[0].name.text.hasPrefix("row "))
    }

    @Test func nobodyIsNamedWhereThereIsNothing() {
        let exposure = exposure([HandMadeBook.run(noise(300, 5), noise(300, 9))], members: 300, nonMembers: 300)
        #expect(exposure.sheet.named == 0)
        #expect(exposure.subjects.allSatisfy { $0.p > 0 && $0.p <= 1 && $0.q >= $0.p })
    }

    @Test func aSubjectIsJudgedByItsWorstRecordAndPaysForAllOfThem() throws {
        let members = noise(100, 1).enumerated().map { $0.offset == 42 ? 9 : $0.element }
        let names = (0..<100).map { "p\($0 / 10)" } + (0..<400).map { "q\($0)" }
        let exposure = exposure(
            [HandMadeBook.run(members, noise(400, 2))],
            members: 100,
            nonMembers: 400,
            subjects: names,
            identifiers: .pseudonyms
        )
        let first = try #require(exposure.subjects.first)
        #expect(exposure.sheet.count == 10)
        #expect(first.name == "p4" && first.row == 42 && first.records == 10)
        #expect(abs(first.p - 10.0 / 401) < 1e-12)
    }

    @Test func attacksAreLooksAndSizesAreChosenBeforehand() throws {
        let scores = noise(50, 1).enumerated().map { $0.offset == 7 ? 9 : $0.element }
        let flat = HandMadeBook.run(noise(50, 3), noise(200, 4), attack: "transmia-dnn")
        let small = HandMadeBook.run(scores, noise(200, 2), size: 50)
        let large = HandMadeBook.run(noise(50, 6), noise(200, 2), size: 500)
        let control = HandMadeBook.run(scores, noise(200, 2), attack: "gap", approach: .none, size: 0)
        let alone = exposure([small, flat, control], members: 50, nonMembers: 200)
        #expect(abs((alone.subjects.first?.p ?? 0) - 2.0 / 201) < 1e-12)
        let both = exposure([small, large, flat], members: 50, nonMembers: 200)
        #expect(both.subjects.allSatisfy { $0.shadowSize != 50 })
    }

    @Test func nothingScoredIsAnEmptyList() {
        let exposure = exposure([], members: 5, nonMembers: 5)
        #expect(exposure.subjects.isEmpty && exposure.sheet.named == 0)
        #expect(ExposureFile.text(exposure).split(separator: "\r\n").count == 1)
    }

    @Test func theFileIsPlainForSpreadsheets() {
        let names = ["=cmd|' /C calc'!A0", "a,\"b\"\nc", "+49", "x"] + ["n"]
        let exposure = exposure(
            [HandMadeBook.run([4, 3, 2, 1], [0])],
            members: 4,
            nonMembers: 1,
            subjects: names,
            identifiers: .raw
        )
        let text = ExposureFile.text(exposure)
        #expect(text.contains("1,'=cmd|' /C calc'!A0,raw,"))
        #expect(text.contains("2,\"a,\"\"b\"\"\nc\",raw,"))
        #expect(text.contains("\r\n4,x,raw,1,transmia-svm,freezing,100,3,1.0,"))
    }
}
