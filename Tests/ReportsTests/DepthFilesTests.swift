import AuditCore
import Foundation
import TestSupport
import Testing
import XML

@testable import Reports

/// A depth curve's own files.
@Suite("depth files")
struct DepthFilesTests {
    private var figure: Figure {
        func series(_ name: String, _ style: Figure.Style, _ error: Double?) -> Figure.Series {
            Figure.Series(
                name: Phrase(verbatim: name),
                style: style,
                points: [Figure.Point(x: 10, y: 0.5, error: error), Figure.Point(x: 1000, y: 0.6, error: error)]
            )
        }
        return Figure(
            id: "depth-leakage",
            title: "Leakage",
            alternative: "AUC at each cut",
            x: Figure.Axis(title: "shared parameters", isLogarithmic: true),
            y: Figure.Axis(title: "AUC"),
            series: [series("freezing", .lines, 0.02), series("BaseMIA", .band, 0.03)]
        )
    }

    @Test("the curve is JSON with its recommendation", .enabled(if: Tool.exists("gnuplot")))
    func written() throws {
        let folder = try WorkFolder()
        let written = try DepthFiles.write(SampleDepth.curve, figures: [figure, figure], to: folder.path("out"))
        #expect(written.undrawn.isEmpty)
        #expect(
            written.paths.map { ($0 as NSString).lastPathComponent } == [
                "depth.json", "depth.svg", "depth-utility.svg",
            ]
        )
        let json = try Data(contentsOf: URL(filePath: written.paths[0]))
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(object["recommended"] as? String == "stage1" && object["verdict"] as? String == "pass")
        #expect((object["rows"] as? [Any])?.count == 6 && object["baseline"] != nil)
        let svg = try XMLDocument.read(bytes: Array(Data(contentsOf: URL(filePath: written.paths[1]))), name: "d").root
        #expect(svg.name == "svg" && svg.namespace == "http://www.w3.org/2000/svg")
    }

    @Test("without gnuplot the data are written, and the figure's problem is told")
    func undrawn() throws {
        let folder = try WorkFolder()
        let written = try DepthFiles.write(
            SampleDepth.curve,
            figures: [figure],
            to: folder.path("out"),
            artist: Gnuplot(program: "/nowhere/gnuplot")
        )
        #expect(written.paths.count == 1 && written.undrawn.map(\.code) == [.drawingToolMissing])
    }

    @Test("a band is filled between its edges, in the colour of references")
    func band() throws {
        let script = try #require(GnuplotScript(figure))
        #expect(script.text.contains("filledcurves fillstyle transparent"))
        #expect(script.text.contains("10.0 0.47 0.53"))
        #expect(script.plots.compactMap(\.self) == ["freezing", "BaseMIA"])
    }
}
