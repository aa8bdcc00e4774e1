import AuditCore
import HDF5

/// Writes `scores.h5` (DESIGN.md section 9), so that anyone can recompute each number.
public enum ScoreFile {
    /// Writes the file under a temporary name and moves it into place.
    ///
    /// - Throws: `HDF5Error` for an unwritable folder or a full disk; then there is no file.
    public static func write(_ book: ScoreBook, to path: String) throws {
        try HDF5File.write(path) { file in
            let root = file.root
            let isMember = (0..<book.labels.count).map { UInt8($0 < book.members ? 1 : 0) }
            let rows = (0..<book.labels.count).map { $0 < book.members ? $0 : $0 - book.members }
            let count = book.labels.count
            _ = try root.createDataset("records/member", shape: [count], bytes: isMember)
            _ = try root.createDataset("records/row", shape: [count], ints: rows)
            _ = try root.createDataset("records/label", shape: [count], ints: book.labels)
            if let subjects = book.subjects {
                _ = try root.createDataset("records/subject", shape: [count], strings: subjects)
            }
            _ = try root.createDataset(
                "source/predictions",
                shape: [count, book.source.classes],
                doubles: book.source.vectors
            )
            for (approach, answers) in book.target.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                // One target is the rule and stands under the fixed name; a second approach gets its own beside it.
                let name = book.target.count == 1 ? "target/predictions" : "target/\(approach.rawValue)/predictions"
                _ = try root.createDataset(name, shape: [count, answers.classes], doubles: answers.vectors)
            }
            for run in book.runs { try write(run, into: root) }
        }
    }

    private static func write(_ run: AttackRun, into root: HDF5Group) throws {
        let place = "attacks/\(run.attack)/\(run.approach.rawValue)/n\(run.size)/r\(run.turn)"
        let scores = run.scores
        _ = try root.createDataset("\(place)/score", shape: [scores.scores.count], doubles: scores.scores)
        let decisions = scores.decisions.map { UInt8($0 ? 1 : 0) }
        let decision = try root.createDataset("\(place)/decision", shape: [decisions.count], bytes: decisions)
        if let threshold = scores.threshold { try decision.setAttribute("threshold", double: threshold) }
    }
}
