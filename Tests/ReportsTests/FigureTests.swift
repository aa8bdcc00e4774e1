import AuditCore
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing
import XML

@Suite("figures", .enabled(if: Tool.exists("gnuplot")))
struct FigureTests {
    private func drawing(_ figure: Figure, anchor: String = "figure-a") throws -> XMLNode {
        let element = try Gnuplot().draw(figure, anchor: anchor)
        return try XMLDocument.read(bytes: element.serialized(), name: "figure.svg").root
    }

    private func all(_ node: XMLNode) -> [XMLNode] { [node] + node.children.flatMap { all($0) } }

    @Test("a drawing is scalable, described and free of fixed black")
    func accessible() throws {
        for figure in SampleFigures.all(series: "freezing") + SampleTrials.figures {
            let root = try drawing(figure)
            #expect(root.namespace == "http://www.w3.org/2000/svg")
            #expect(root.attribute("width") == nil && root.attribute("height") == nil)
            #expect(root.attribute("viewBox") != nil)
            #expect(root.attribute("role") == "img")
            #expect(root.attribute("aria-labelledby") == "figure-a-title figure-a-desc")
            #expect(root.children.prefix(2).map(\.text) == [figure.title.text, figure.alternative.text])
            let nodes = all(root)
            for node in nodes {
                for paint in ["fill", "stroke", "color"] {
                    let value = node.attribute(paint)
                    #expect(value == nil || value == "none" || value == "currentColor")
                }
            }
            let styles = Set(nodes.compactMap { $0.attribute("style") }.joined(separator: ";").split(separator: ";"))
            for index in figure.series.filter({ $0.style != .reference }).indices {
                #expect(styles.contains { $0.contains("var(--series-\(index + 1),#") })
            }
            let texts = nodes.filter { $0.name == "text" }.map(\.text)
            for name in figure.series.map(\.name) + [figure.x.title, figure.y.title] {
                #expect(texts.contains(name.text))
            }
            #expect(nodes.filter { $0.name == "path" }.count > 10)
            let markers = nodes.filter { $0.name == "use" && $0.attribute("id") == nil }
            #expect(markers.allSatisfy { $0.attribute("style")?.hasPrefix("color:var(--series-") == true })
        }
    }

    @Test("ids carry the anchor and are unique, references lead to them")
    func ids() throws {
        let nodes = all(try drawing(SampleFigures.all(series: "a")[0], anchor: "figure-7"))
        let ids = nodes.compactMap { $0.attribute("id") }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("figure-7-") })
        let targets = nodes.compactMap { $0.attribute("href") }.map { String($0.dropFirst()) }
        #expect(!targets.isEmpty)
        #expect(Set(targets).subtracting(ids).isEmpty)
    }

    @Test("figures with the same or unusable ids get different anchors")
    func anchors() {
        let base = SampleFigures.all(series: "a")[2]
        let figures = ["a b", "a<b", "é", "a-b"].map {
            Figure(id: $0, title: "", alternative: "", x: base.x, y: base.y, series: base.series)
        }
        let anchors = FigureDrawing.draw(figures, with: Gnuplot()).map(\.anchor)
        #expect(anchors == ["figure-a-b", "figure-a-b-2", "figure--", "figure-a-b-3"])
    }

    @Test(
        "no name reaches gnuplot",
        arguments: ["'; set output \"pwned\"; plot x #", "`touch pwned`", "a\nb", "\\", "<&]]>", "%s@X", "日本語"]
    )
    func hostileNames(name: String) throws {
        let figure = Figure(
            id: name,
            title: Phrase(verbatim: name),
            alternative: Phrase(verbatim: name),
            x: Figure.Axis(title: Phrase(verbatim: name)),
            y: Figure.Axis(title: Phrase(verbatim: name)),
            series: [
                Figure.Series(
                    name: Phrase(verbatim: name),
                    style: .lines,
                    points: [.init(x: 1, y: 2), .init(x: 2, y: 3)]
                )
            ]
        )
        let texts = all(try drawing(figure)).filter { $0.name == "text" }.map(\.text)
        let shown = name.replacingOccurrences(of: "\n", with: " ")
        #expect(texts.filter { $0 == shown }.count == 3)
    }

    @Test("points that cannot stand on an axis are left out; none left is an error")
    func unusablePoints() throws {
        func figure(_ points: [Figure.Point]) -> Figure {
            Figure(
                id: "f",
                title: "",
                alternative: "",
                x: Figure.Axis(title: "x", isLogarithmic: true, range: -1...1),
                y: Figure.Axis(title: "y"),
                series: [Figure.Series(name: "s", style: .lines, points: points)]
            )
        }
        _ = try drawing(
            figure([.init(x: 0, y: 1), .init(x: 1, y: .nan), .init(x: 2, y: .infinity), .init(x: 3, y: 1)])
        )
        let error = #expect(throws: ReportError.self) {
            try Gnuplot().draw(figure([.init(x: 0, y: 1), .init(x: 1, y: .nan)]), anchor: "a")
        }
        #expect(error?.code == .drawingFailed)
        #expect(error?.location == .option("figure 'f'"))
    }

    @Test("labels of points stand beside them, one for points that lie together, none on another")
    func labels() throws {
        func figure(_ points: [Figure.Point]) -> Figure {
            Figure(
                id: "f",
                title: "",
                alternative: "",
                x: Figure.Axis(title: "x", range: 0...1),
                y: Figure.Axis(title: "y", range: 0...1),
                series: [Figure.Series(name: "s", style: .points, points: points)]
            )
        }
        let crowd = (1...24).map { index in
            Figure.Point(
                x: 0.5 + 0.03 * Double(index % 5),
                y: 0.5 + 0.04 * Double(index / 5),
                horizontal: 0.3...0.9,
                vertical: 0.2...0.9,
                label: "\(index)"
            )
        }
        let same = [4, 6, 5, 9].map { Figure.Point(x: 0.1, y: 0.1, label: "\($0)") }
        let nodes = all(try drawing(figure(crowd + same)))
        let texts = nodes.filter { $0.name == "text" }
        #expect(texts.contains { $0.text == "4–6, 9" })
        #expect(crowd.compactMap(\.label).allSatisfy { label in texts.contains { $0.text == label } })
        // Centres of labels, read from the drawing: none within a letter of another.
        let places = nodes.filter { node in
            node.name == "g" && node.children.contains { $0.name == "text" && Int($0.text) != nil }
        }.compactMap { $0.attribute("transform")?.matches(of: #/[0-9.]+/#).compactMap { Double($0.output) } }
        let crowded = places.filter { $0.count == 2 }.suffix(24)
        for (index, place) in crowded.enumerated() {
            for other in crowded.dropFirst(index + 1) {
                #expect(abs(place[0] - other[0]) > 6 || abs(place[1] - other[1]) > 9)
            }
        }
        let marks = Figure.Axis(title: "x", range: 0...1, step: .leastNonzeroMagnitude)
        for axis in [
            marks, Figure.Axis(title: "x", range: 0...1, step: -1), Figure.Axis(title: "x", range: 0...100, step: 1),
        ] {
            let odd = Figure(id: "f", title: "", alternative: "", x: axis, y: axis, series: figure(same).series)
            #expect(try all(drawing(odd)).filter { $0.name == "text" }.count < 80)
        }
    }

    @Test("without gnuplot the record and the page hold the data")
    func missingTool() throws {
        let folder = try WorkFolder()
        let artist = Gnuplot(program: "/nonexistent/gnuplot")
        let written = try ReportFiles.write(SampleRecord.rich, to: folder.path, artist: artist)
        #expect(written.undrawn.map(\.code) == SampleRecord.rich.figures.map { _ in .drawingToolMissing })
        let page = try String(contentsOfFile: written.paths[1], encoding: .utf8)
        #expect(!page.contains("<img"))
        #expect(page.matches(of: /Not drawn/).count == SampleRecord.rich.figures.count)
        let figures = try #require(ReportDocument.read(path: written.paths[0]).xml.root.child("figures")).children
        let points = figures.flatMap { $0.children("series").flatMap { $0.children("point") } }
        let count = SampleRecord.rich.figures.flatMap { $0.series.flatMap(\.points) }.count
        #expect(points.count == count)
    }

    @Test("a tool that fails, hangs or answers nonsense is a typed error")
    func badTool() throws {
        let folder = try WorkFolder()
        let figure = SampleFigures.all(series: "a")[2]
        let cases: [(String, ReportError.Code)] = [
            ("sh -c 'exit 3'", .drawingFailed), ("sleep 20", .drawingTimedOut), ("echo nonsense", .drawingFailed),
            ("echo '<html/>'", .drawingFailed), ("true", .drawingFailed),
        ]
        for (index, (body, code)) in cases.enumerated() {
            let path = folder.path("tool\(index)")
            try Data("#!/bin/sh\nexec \(body)\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            let error = #expect(throws: ReportError.self) {
                try Gnuplot(program: path, timeout: 2).draw(figure, anchor: "a")
            }
            #expect(error?.code == code, "\(body)")
        }
    }
}
