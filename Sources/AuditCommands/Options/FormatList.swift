import ArgumentParser
import Diagnostics
import Reports

/// Report formats with commas between them: `xml,html,sarif`.
struct FormatList: CustomStringConvertible {
    let formats: [any Reporter.Type]

    /// Every name there is, for help and completion.
    static let names = ReporterCatalog.all.map { $0.descriptor.id }

    /// What an audit writes unless it is told otherwise.
    static let standard = FormatList(formats: ReporterCatalog.standard)

    /// The page alone.
    static let page = FormatList(formats: [HTMLReporter.self])

    var description: String { formats.map { $0.descriptor.id }.joined(separator: ",") }

    private init(formats: [any Reporter.Type]) { self.formats = formats }

    /// Reads the names.
    ///
    /// - Throws: `ValidationError` naming the nearest format.
    init(parsing argument: String) throws {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0.trimmingPrefix(" "))
        }
        do {
            formats = try ReporterCatalog.reporters(names)
        } catch {
            throw ValidationError("\(error.summary). \(error.remedy)")
        }
    }

    func contains(_ id: String) -> Bool { formats.contains { $0.descriptor.id == id } }
}
