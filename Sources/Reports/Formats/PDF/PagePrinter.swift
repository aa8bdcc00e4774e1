import Diagnostics
import Foundation

/// Prints a page as PDF with the program that is there, run as a subprocess without network.
public struct PagePrinter: Sendable {
    private let program: String?
    private let timeout: Double

    /// Chooses the program.
    ///
    /// - Parameters:
    ///   - program: the path of Chromium or WeasyPrint; nil to look along `PATH`.
    ///   - timeout: seconds a page may take, more than 0.
    public init(program: String? = nil, timeout: Double = 120) {
        self.program = program
        self.timeout = timeout
    }

    /// Whether a program that prints is installed.
    public static var isInstalled: Bool { PrintingTool.installed() != nil }

    /// Prints an HTML page.
    ///
    /// - Parameters:
    ///   - page: the page's bytes.
    ///   - name: what messages call it.
    /// - Throws: `printingToolMissing`, `printingFailed`, `printingTimedOut`.
    public func print(_ page: [UInt8], name: String) throws(ReportError) -> [UInt8] {
        guard let tool = program.map(PrintingTool.init) ?? PrintingTool.installed(),
            FileManager.default.isExecutableFile(atPath: tool.path)
        else {
            throw ReportError(
                code: .printingToolMissing,
                summary: "neither Chromium nor WeasyPrint was found, so the page cannot be printed as PDF",
                location: .option(program ?? "--format pdf"),
                remedy: "Install one (Debian: apt install chromium), or open report.html in a browser and print it."
            )
        }
        switch tool.print(page, timeout: timeout) {
        case .finished(let output) where output.starts(with: Array("%PDF-".utf8)): return output
        case .finished: throw failure(.printingFailed, tool, name, "its answer is no PDF")
        case .failed(let cause): throw failure(.printingFailed, tool, name, cause)
        case .timedOut: throw failure(.printingTimedOut, tool, name, "it took longer than \(timeout) s")
        }
    }

    private func failure(_ code: ReportError.Code, _ tool: PrintingTool, _ name: String, _ cause: String) -> ReportError
    {
        ReportError(
            code: code,
            summary: "the page was not printed as PDF by \(tool.path)",
            location: .file(name),
            cause: cause,
            remedy: "Check that the program runs here, or open report.html in a browser and print it."
        )
    }
}
