import AuditCore
import Diagnostics
import Foundation
import Reports
import Testing

/// Records as documents, and documents as values to look into.
enum Saved {
    /// The written record, read again; figures are not drawn.
    static func document(_ record: AuditRecord) throws -> ReportDocument {
        let none = ReportError(code: .drawingFailed, summary: "not drawn", location: .run, remedy: "none")
        let drawings = FigureDrawing.undrawn(record.figures, because: none)
        return try RecordWriter.document(of: record, drawings: drawings)
    }

    static func text(_ bytes: [UInt8]) throws -> String {
        try #require(String(validating: bytes, as: UTF8.self))
    }

    /// A format as a JSON object.
    static func json(_ reporter: any Reporter.Type, _ document: ReportDocument) throws -> [String: Any] {
        let data = Data(try reporter.render(document))
        return try #require(try DecodedJSON.value(data) as? [String: Any])
    }
}

extension [String: Any] {
    /// The value at a path such as `runs.0.results`.
    func at<Found>(_ path: String, as type: Found.Type = Found.self) throws -> Found {
        var value: Any? = self
        for part in path.split(separator: ".") {
            if let index = Int(part), let array = value as? [Any] {
                value = array.indices.contains(index) ? array[index] : nil
            } else {
                value = (value as? [String: Any])?[String(part)]
            }
        }
        return try #require(value as? Found, "\(path)")
    }

    func string(_ name: String) -> String? { self[name] as? String }

    /// A figure; infinity is a word in JSON.
    func figure(_ name: String) -> Double? {
        switch self[name] {
        case "INF" as String: .infinity
        case "-INF" as String: -.infinity
        case let number as NSNumber: number.doubleValue
        case let text as String: Double(text)
        default: nil
        }
    }
}
