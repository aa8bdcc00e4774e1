import Diagnostics
import Foundation
import XML

/// Reads a record's bytes within the limit the XML reader sets.
enum RecordFile {
    static func read(path: String) throws(ReportError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ReportError.unreadable(
                name: path,
                cause: errno == 0 ? "not a plain file" : String(cString: strerror(errno))
            )
        }
        guard status.st_size <= XMLDocument.maximumBytes else {
            throw ReportError.unreadable(name: path, cause: "larger than \(XMLDocument.maximumBytes) bytes")
        }
        do {
            return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw ReportError.unreadable(name: path, cause: "\(error)")
        }
    }
}
