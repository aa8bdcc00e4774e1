import AuditCore
import Foundation

/// Writes `exposure.csv` (RFC 4180).
public enum ExposureFile {
    /// The file's name in the output folder.
    public static let name = "exposure.csv"

    private static let heading = [
        "rank", "subject", "identifiers", "records", "attack", "approach", "shadow_size", "worst_row", "worst_score",
        "p_value", "q_value", "named_at_fdr_0.05",
    ]

    /// Writes the list into a folder that has the scores; it appears whole or not at all, and without it the scores go.
    ///
    /// - Throws: what the file system says.
    static func write(_ exposure: Exposure, to folder: String) throws {
        do {
            try Data(text(exposure).utf8).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
        } catch {
            try? FileManager.default.removeItem(atPath: folder + "/scores.h5")
            throw error
        }
    }

    /// The whole file.
    static func text(_ exposure: Exposure) -> String {
        let rows = exposure.subjects.map { subject in
            [
                "\(subject.rank)", subject.name.text, exposure.identifiers.rawValue, "\(subject.records)",
                subject.attack,
                subject.approach.rawValue, "\(subject.shadowSize)", "\(subject.row)", "\(subject.score)",
                "\(subject.p)", "\(subject.q)", subject.q <= Exposure.level ? "yes" : "no",
            ]
        }
        return ([heading] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        // A spreadsheet would run a text that starts like a formula.
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
