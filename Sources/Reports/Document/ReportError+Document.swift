import Diagnostics
import XML

extension ReportError {
    static func unreadable(name: String, cause: String?) -> ReportError {
        ReportError(
            code: .unreadable,
            summary: "the record cannot be read",
            location: .file(name),
            cause: cause,
            remedy: "Name the report.xml that an audit wrote."
        )
    }

    static func unreadable(_ error: XMLError) -> ReportError {
        ReportError(
            code: .unreadable,
            summary: "the record cannot be read: \(error.summary)",
            location: error.location,
            cause: error.cause,
            remedy: error.remedy
        )
    }

    static func invalid(_ problems: [XMLProblem], name: String) -> ReportError {
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        return ReportError(
            code: .invalidReport,
            summary: "the record is not valid against the report schema\(more)",
            location: problems.first?.location ?? .file(name),
            cause: problems.first?.message,
            remedy: "Use the report.xml as the audit wrote it, or write it again with this version; "
                + "`xmllint --schema report.xsd` shows every problem."
        )
    }
}
