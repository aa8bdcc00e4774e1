import Diagnostics

/// The report formats there are; a new one is one file and one line here.
public enum ReporterCatalog {
    /// All formats, the record first.
    public static let all: [any Reporter.Type] = [
        XMLReporter.self,
        HTMLReporter.self,
        PDFReporter.self,
        JSONReporter.self,
        SARIFReporter.self,
        JUnitReporter.self,
        MarkdownReporter.self,
        CSVReporter.self,
        PIAReporter.self,
        CycloneDXReporter.self,
    ]

    /// What an audit writes unless it is told otherwise.
    public static let standard: [any Reporter.Type] = [XMLReporter.self, HTMLReporter.self]

    /// The formats called `ids`, in that order, each once.
    ///
    /// - Throws: `unknownFormat`, naming the nearest.
    public static func reporters(_ ids: [String]) throws(ReportError) -> [any Reporter.Type] {
        var seen: Set<String> = []
        var result: [any Reporter.Type] = []
        for id in ids where seen.insert(id).inserted { result.append(try reporter(id)) }
        return result
    }

    /// The format called `id`.
    ///
    /// - Throws: `unknownFormat`, naming the nearest.
    public static func reporter(_ id: String) throws(ReportError) -> any Reporter.Type {
        if let found = all.first(where: { $0.descriptor.id == id }) { return found }
        throw ReportError(
            code: .unknownFormat,
            summary: "there is no report format '\(id)'",
            location: .option("--format"),
            remedy: NearestName.hint(id, among: all.map { $0.descriptor.id })
        )
    }
}
