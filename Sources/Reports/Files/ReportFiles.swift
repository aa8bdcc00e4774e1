import AuditCore

/// Writes an audit's reports into a folder.
public enum ReportFiles {
    /// What was written.
    public struct Written: Sendable {
        /// The paths, in the order of the formats.
        public let paths: [String]
        /// Why figures were not drawn, one error per figure; their data stand in the reports all the same.
        public let undrawn: [ReportError]
    }

    /// Draws the figures, writes the record, makes the formats from it and puts all of them into `directory`.
    ///
    /// Nothing is written unless every format could be made and stored; each file appears whole or not at all.
    ///
    /// - Parameters:
    ///   - record: the audit.
    ///   - directory: the folder; made when it does not exist.
    ///   - formats: what to write, by default the record and the page.
    ///   - options: what is asked of the formats beyond the record.
    ///   - artist: what draws the figures.
    /// - Throws: `renderingFailed`, `invalidReport`, `unwritable`, `diskFull`.
    public static func write(
        _ record: AuditRecord,
        to directory: String,
        formats: [any Reporter.Type] = ReporterCatalog.standard,
        options: RenderOptions = RenderOptions(),
        artist: Gnuplot = Gnuplot()
    ) throws(ReportError) -> Written {
        let drawings = FigureDrawing.draw(record.figures, with: artist)
        let document = try RecordWriter.document(of: record, drawings: drawings)
        var files: [(name: String, bytes: [UInt8])] = []
        for format in formats {
            files.append((format.descriptor.fileName, try format.render(document, options: options)))
        }
        return Written(
            paths: try AtomicFiles.write(files, to: directory),
            undrawn: drawings.compactMap(\.problem)
        )
    }
}
