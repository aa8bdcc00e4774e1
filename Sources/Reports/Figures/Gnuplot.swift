import AuditCore
import Diagnostics
import Foundation
import XML

/// Draws figures with the gnuplot program, run as a subprocess without its start-up files.
public struct Gnuplot: Sendable {
    private let program: String?
    private let timeout: Double

    /// Chooses the program.
    ///
    /// - Parameters:
    ///   - program: a path; nil to look along `PATH`.
    ///   - timeout: seconds a figure may take, more than 0.
    public init(program: String? = nil, timeout: Double = 30) {
        self.program = program
        self.timeout = timeout
    }

    /// Draws a figure as an SVG element that needs nothing around it.
    ///
    /// - Parameters:
    ///   - figure: the data; points that are not finite, or not positive on a logarithmic axis, are left out.
    ///   - anchor: prefix of all ids in the drawing.
    ///   - language: the language of its labels and numbers.
    /// - Throws: `drawingToolMissing`, `drawingFailed`, `drawingTimedOut`.
    public func draw(
        _ figure: Figure,
        anchor: String,
        in language: Language = .english
    ) throws(ReportError) -> XMLElement {
        guard let script = GnuplotScript(figure, in: language) else {
            throw ReportError.notDrawn(figure, "there is no point that can be drawn", remedy: "Read the data table.")
        }
        let bytes = try run(script.text, for: figure)
        let drawing = ThemedDrawing(figure: figure, language: language, anchor: anchor, script: script)
        do {
            if let element = drawing.element(from: try XMLDocument.read(bytes: bytes, name: anchor)) { return element }
        } catch {
            throw ReportError.notDrawn(figure, "gnuplot's drawing cannot be read", cause: error.description)
        }
        throw ReportError.notDrawn(figure, "gnuplot did not answer with an SVG")
    }

    private func run(_ script: String, for figure: Figure) throws(ReportError) -> [UInt8] {
        guard let path = program ?? ToolRun.find("gnuplot"), FileManager.default.isExecutableFile(atPath: path) else {
            throw ReportError(
                code: .drawingToolMissing,
                summary: "gnuplot was not found, so the figure is not drawn",
                location: .option(program ?? "PATH"),
                remedy: "Install gnuplot (Debian: apt install gnuplot-nox) and render the report again."
            )
        }
        switch ToolRun.run(path, input: Array(script.utf8), timeout: timeout, arguments: { _ in ["-d"] }) {
        case .finished(let output): return output
        case .failed(let cause): throw ReportError.notDrawn(figure, "gnuplot failed", cause: cause)
        case .timedOut:
            throw ReportError(
                code: .drawingTimedOut,
                summary: "gnuplot took longer than \(timeout) s, so the figure is not drawn",
                location: .option("figure '\(FigureLabels.shown(figure.id))'"),
                remedy: "Run the audit again on a less busy machine; the figure's data are in the record."
            )
        }
    }
}

extension ReportError {
    fileprivate static func notDrawn(
        _ figure: Figure,
        _ summary: String,
        cause: String? = nil,
        remedy: String = "The figure's data are in the record; check that `gnuplot` runs here."
    ) -> ReportError {
        ReportError(
            code: .drawingFailed,
            summary: summary,
            location: .option("figure '\(FigureLabels.shown(figure.id))'"),
            cause: cause,
            remedy: remedy
        )
    }
}
