import AuditCore
import Foundation
import Reports
import TestSupport
import Testing

/// Figures about the recipient's own training set never pass for figures about the source model's.
@Suite struct PopulationTests {
    private static func attack(_ id: String, _ population: Population, isControl: Bool = false) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: Phrase(verbatim: "Title of \(id)"),
            sentence: "Asks.",
            reference: "A 2020, section 3",
            access: [.targetScores],
            knowledge: [.targetShadowData, .targetArchitecture],
            approaches: [.freezing],
            smallestSample: 100,
            score: "logit",
            isControl: isControl,
            population: population
        )
    }

    private static func figure(
        _ attack: String,
        _ population: Population,
        _ value: Double,
        _ statistic: Statistic = .auc
    ) -> AuditCore.Measurement {
        AuditCore.Measurement(
            attack: attack,
            approach: .freezing,
            shadowSize: 100,
            statistic: statistic,
            value: value,
            interval: Interval(low: value - 0.02, high: value + 0.02, confidence: 0.95),
            method: "DeLong",
            members: 150,
            nonMembers: 120,
            population: population
        )
    }

    private static let record = SampleRecord.with(
        [
            figure("ours", .source, 0.6125), figure("ours", .source, 0.7125, .subjectAUC),
            figure("control", .source, 0.5525), figure("theirs", .target, 0.9125),
            figure("their-control", .target, 0.8525),
        ],
        attacks: [
            attack("ours", .source), attack("theirs", .target), attack("control", .source, isControl: true),
            attack("their-control", .target, isControl: true),
        ]
    )

    private func written(_ language: Language) throws -> (page: String, folder: WorkFolder) {
        let folder = try WorkFolder()
        let options = RenderOptions(language: language)
        let paths = try ReportFiles.write(Self.record, to: folder.path, options: options).paths
        return (try String(contentsOfFile: paths[1], encoding: .utf8), folder)
    }

    @Test(arguments: zip(Language.allCases, Language.allCases.map { words[$0] ?? "" }))
    func thePageTagsThem(language: Language, words: String) throws {
        let page = try written(language).page
        let tag = "<span class=\"tag\">\(words)</span>"
        // Both in the adversary's table, in the methods, side by side; the attack over its own figures, too.
        #expect(!words.isEmpty && page.components(separatedBy: tag).count - 1 == 7)
        if language == .english { #expect(page.contains("Two training sets.")) }
    }

    private static let words: [Language: String] = [
        .english: "target training set", .french: "jeu d’entraînement cible", .german: "Ziel-Trainingsmenge",
    ]

    @Test func residualRiskIsThatOfTheSourceTrainingSet() throws {
        let page = try written(.english).page
        let residual = try #require(page.range(of: "id=\"residual\""))
        let section = page[residual.upperBound...].prefix(2000)
        #expect(section.contains("Title of ours") && !section.contains("Title of theirs"))
    }

    @Test func eachStandsBesideItsOwnControl() throws {
        let page = try written(.english).page
        let rows = page.matches(of: /<tbody class="control">(.*?)<\/tbody>/.dotMatchesNewlines()).map { String($0.1) }
        #expect(rows.count == 2)
        #expect(rows[0].contains(">control<") && !rows[0].contains("their-control"))
        #expect(rows[1].contains("their-control"))
    }

    @Test func theRecordReadsBack() throws {
        let folder = try written(.english).folder
        let bytes = try Data(contentsOf: folder.url.appending(path: "report.xml"))
        let read = try RecordReader.record(of: ReportDocument.read(bytes: Array(bytes), name: "report.xml"))
            .measurements
        #expect(read.map(\.population) == Self.record.measurements.map(\.population))
        #expect(read.map(\.statistic) == Self.record.measurements.map(\.statistic))
    }
}
