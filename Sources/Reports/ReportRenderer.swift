/// Makes report formats again from a saved record, without a model, data or the engine.
public enum ReportRenderer {
    /// Renders the record at `path` in the format `format`.
    ///
    /// - Throws: `unknownFormat`, `unreadable`, `invalidReport` (with file and line), `renderingFailed`.
    public static func render(
        reportXML path: String,
        format: String,
        options: RenderOptions = RenderOptions()
    ) throws(ReportError) -> [UInt8] {
        let reporter = try ReporterCatalog.reporter(format)
        return try reporter.render(ReportDocument.read(path: path), options: options)
    }

    /// Renders a record in several formats and writes them into `directory`, each under the format's own name.
    ///
    /// Nothing is written unless every format could be made and stored; each file appears whole or not at all.
    ///
    /// - Returns: the paths written, in the order of the formats.
    /// - Throws: `invalidReport`, `renderingFailed`, `unwritable`, `diskFull`.
    @discardableResult
    public static func render(
        _ document: ReportDocument,
        formats: [any Reporter.Type],
        options: RenderOptions = RenderOptions(),
        to directory: String
    ) throws(ReportError) -> [String] {
        var files: [(name: String, bytes: [UInt8])] = []
        for format in formats {
            files.append((format.descriptor.fileName, try format.render(document, options: options)))
        }
        return try AtomicFiles.write(files, to: directory)
    }
}
