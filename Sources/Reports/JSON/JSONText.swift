import Foundation

/// Writes JSON so that the same record always gives the same bytes.
enum JSONText {
    /// UTF-8 with sorted keys, laid out on lines, with a line end at the end.
    ///
    /// - Parameters:
    ///   - value: the document.
    ///   - name: the record's name, for messages.
    /// - Throws: `renderingFailed`.
    static func bytes(_ value: JSONValue, of name: String) throws(ReportError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return try Array(encoder.encode(value)) + [0x0A]
        } catch {
            throw ReportError(
                code: .renderingFailed,
                summary: "the record could not be written as JSON",
                location: .file(name),
                cause: "\(error)",
                remedy: "Report this with the record; report.xml itself is complete."
            )
        }
    }
}
