import AuditCore
import Diagnostics
import XML

/// Writes a depth curve into a folder: its figures and its data.
public enum DepthFiles {
    /// Draws the figures and writes `depth.json`, `depth.svg` and, with a recipient, `depth-utility.svg`; each appears whole
    /// or not at all.
    ///
    /// - Parameters:
    ///   - curve: the curve.
    ///   - figures: its figures, that of leakage first.
    ///   - directory: the folder; made when it does not exist.
    ///   - artist: what draws the figures.
    /// - Throws: `renderingFailed`, `unwritable`, `diskFull`; a figure that cannot be drawn is told with what was written.
    public static func write(
        _ curve: DepthCurve,
        figures: [Figure],
        to directory: String,
        artist: Gnuplot = Gnuplot()
    ) throws(ReportError) -> ReportFiles.Written {
        var files = [(name: "depth.json", bytes: try DepthDocument.json(curve))]
        let drawings = FigureDrawing.draw(figures, with: artist)
        for (place, drawing) in drawings.enumerated() {
            guard case .success(let element) = drawing.result else { continue }
            do {
                let name = place == 0 ? "depth.svg" : "depth-utility.svg"
                files.append((name, try element.serialized()))
            } catch {
                throw ReportError(
                    code: .renderingFailed,
                    summary: "the figure could not be written as SVG",
                    location: .file(directory),
                    cause: error.description,
                    remedy: "Report this: the curve's data are in depth.json."
                )
            }
        }
        return ReportFiles.Written(
            paths: try AtomicFiles.write(files, to: directory),
            undrawn: drawings.compactMap(\.problem)
        )
    }
}
