import Diagnostics

/// Why a report could not be drawn, written, read or rendered.
public struct ReportError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The program that draws figures is not installed.
        case drawingToolMissing = "drawing-tool-missing"
        /// A figure could not be drawn.
        case drawingFailed = "drawing-failed"
        /// Drawing a figure took too long.
        case drawingTimedOut = "drawing-timed-out"
        /// No program that prints a page as PDF is installed.
        case printingToolMissing = "printing-tool-missing"
        /// The page could not be printed as PDF.
        case printingFailed = "printing-failed"
        /// Printing the page as PDF took too long.
        case printingTimedOut = "printing-timed-out"
        /// `report.xml` cannot be read.
        case unreadable
        /// `report.xml` is not valid against the report schema.
        case invalidReport = "invalid-report"
        /// A format could not be made from a valid `report.xml`.
        case renderingFailed = "rendering-failed"
        /// There is no format with this id.
        case unknownFormat = "unknown-format"
        /// The output folder cannot be made or written.
        case unwritable
        /// The disk, or the user's share of it, is full.
        case diskFull = "disk-full"
    }

    /// Why.
    public let code: Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// The file, with its line where it is known; the figure; or the option.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What to do.
    public let remedy: String

    /// `report.<code>`.
    public var id: String { "report.\(code.rawValue)" }

    /// Makes an error.
    public init(code: Code, summary: String, location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
