import AuditCore
import Crypto
import Diagnostics
import Foundation
import XML

/// A `report.xml` that is valid against the report schema.
public struct ReportDocument {
    /// The file's name, for messages.
    public let name: String
    /// The bytes as read or written.
    public let bytes: [UInt8]
    /// The parsed record.
    public let xml: XMLDocument
    private let memory = Memory()

    /// What was read once need not be read again for the next format.
    private final class Memory {
        var record: AuditRecord?
    }

    /// The audit that the record describes; read on first use.
    ///
    /// - Throws: `invalidReport` with file and line, where a number is out of this machine's range.
    public func record() throws(ReportError) -> AuditRecord {
        if let record = memory.record { return record }
        let record = try RecordReader.record(of: self)
        memory.record = record
        return record
    }

    /// Reads and validates a saved record.
    ///
    /// - Throws: `unreadable` (no such file, too large, not well-formed, with file and line), `invalidReport` (with file
    ///   and line of the first problem).
    public static func read(path: String) throws(ReportError) -> ReportDocument {
        try read(bytes: RecordFile.read(path: path), name: path)
    }

    /// Parses and validates a record.
    ///
    /// - Throws: `unreadable` (not well-formed), `invalidReport`.
    public static func read(bytes: [UInt8], name: String) throws(ReportError) -> ReportDocument {
        do {
            let document = try XMLDocument.read(bytes: bytes, name: name)
            let schema = try XMLSchema.load(bytes: PackageResources.report_xsd, name: "report.xsd")
            let problems = schema.validate(document)
            guard problems.isEmpty else { throw ReportError.invalid(problems, name: name) }
            return ReportDocument(name: name, bytes: bytes, xml: document)
        } catch let error as ReportError {
            throw error
        } catch let error as XMLError {
            throw ReportError.unreadable(error)
        } catch {
            throw ReportError.unreadable(name: name, cause: "\(error)")
        }
    }

    private init(name: String, bytes: [UInt8], xml: XMLDocument) {
        self.name = name
        self.bytes = bytes
        self.xml = xml
    }

    /// SHA-256 of the record's bytes, in lower-case hexadecimal.
    public var sha256: String { SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined() }

    /// The verdict and its exit code, as the record states them; nil only if the schema admits a word this version
    /// does not know.
    public var verdict: Verdict? {
        xml.root.child("verdict")?.attribute("result").flatMap(Verdict.init(rawValue:))
    }
}
