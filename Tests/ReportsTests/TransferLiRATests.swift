import AuditCore
import Foundation
import Testing

@testable import Reports

/// Transfer LiRA beside TransMIA-DNN, in words under the table of all attacks.
@Suite("transfer LiRA beside TransMIA-DNN")
struct TransferLiRATests {
    /// The sample's page with attacks under other names: among its attacks each is stronger than the one before.
    private func page(_ names: [String: String], _ language: Language = .english) throws -> String {
        let drawings = FigureDrawing.draw(SampleRecord.rich.figures, with: Gnuplot(program: "/nonexistent"))
        let document = try RecordWriter.document(of: SampleRecord.rich, drawings: drawings)
        var text = String(decoding: document.bytes, as: UTF8.self)
        for (name, other) in names { text = text.replacing("attack=\"\(name)\"", with: "attack=\"(\(other))\"") }
        text = text.replacing("attack=\"(", with: "attack=\"").replacing(")\"", with: "\"")
        let renamed = try ReportDocument.read(bytes: Array(text.utf8), name: "report.xml")
        return String(
            decoding: try HTMLReporter.render(renamed, options: RenderOptions(language: language)),
            as: UTF8.self
        )
    }

    @Test func saysWhereItIsAtLeastAsStrong() throws {
        let page = try page(["transmia-svm": "lira-offline"])
        #expect(page.components(separatedBy: "at least as strong here").count == 3, "under freezing and fine-tuning")
        #expect(!page.contains("LiRA is the weaker one here"))
    }

    @Test func saysWhyItIsWeaker() throws {
        let page = try page(["transmia-dnn": "lira-offline", "transmia-svm": "transmia-dnn"])
        let models = try #require(SampleRecord.rich.shadows.first { $0.approach == .freezing }?.models)
        #expect(page.contains("LiRA is the weaker one here") && page.contains("from \(models) shadow models"))
        #expect(!page.contains("at least as strong here"))
    }

    @Test(arguments: [Language.french, .german])
    func inOtherLanguages(_ language: Language) throws {
        let english = try page(["transmia-svm": "lira-offline"]).contains("Transfer LiRA beside")
        let page = try page(["transmia-svm": "lira-offline"], language)
        #expect(english && !page.contains("Transfer LiRA beside") && page.contains("LiRA"))
    }

    @Test func saysNothingWithoutLiRA() throws {
        #expect(!(try page([:]).contains("LiRA is the weaker one here")))
    }
}
