/// Makes a report format again from a saved record, without a model, data or the engine.
public enum ReportRenderer {
    /// Renders the record at `path` in the format `format`.
    ///
    /// - Throws: `unknownFormat`, `unreadable`, `invalidReport` (with file and line), `renderingFailed`.
    public static func render(reportXML path: String, format: String) throws(ReportError) -> [UInt8] {
        let reporter = try ReporterCatalog.reporter(format)
        return try reporter.render(ReportDocument.read(path: path))
    }

    /// Renders the record at `path` and writes it beside the others into `directory`, under the format's own name.
    ///
    /// - Returns: the path written.
    /// - Throws: what `render(reportXML:format:)` throws, `unwritable`, `diskFull`.
    @discardableResult
    public static func render(
        reportXML path: String,
        format: String,
        to directory: String
    ) throws(ReportError) -> String {
        let reporter = try ReporterCatalog.reporter(format)
        let bytes = try reporter.render(ReportDocument.read(path: path))
        return try AtomicFiles.write([(reporter.descriptor.fileName, bytes)], to: directory)[0]
    }
}
