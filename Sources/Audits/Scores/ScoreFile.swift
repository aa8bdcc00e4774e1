import AuditCore
import HDF5

/// Writes `scores.h5` (DESIGN.md section 9), so that anyone can recompute each number.
public enum ScoreFile {
    /// Where scores of the records of the target's task stand, in the layout of those of the source's.
    static let targetGroup = "target-training-set"

    /// Where scores of shadow worlds stand.
    static let worldGroup = "attribute-worlds"

    /// Writes the file under a temporary name and moves it into place.
    ///
    /// - Parameters:
    ///   - book: scores of the records of the source model's task.
    ///   - target: scores of the records of the target's task.
    ///   - attributes: scores of shadow worlds.
    /// - Throws: `HDF5Error` for an unwritable folder or a full disk; then there is no file.
    public static func write(
        _ book: ScoreBook,
        target: ScoreBook? = nil,
        attributes: AttributeBook? = nil,
        to path: String
    ) throws {
        try HDF5File.write(path) { file in
            try write(book, "", into: file.root)
            if let target { try write(target, targetGroup + "/", into: file.root) }
            for run in attributes?.runs ?? [] { try write(run, into: file.root) }
        }
    }

    private static func write(_ book: ScoreBook, _ place: String, into root: HDF5Group) throws {
        let isMember = (0..<book.labels.count).map { UInt8($0 < book.members ? 1 : 0) }
        let rows = (0..<book.labels.count).map { $0 < book.members ? $0 : $0 - book.members }
        let count = book.labels.count
        _ = try root.createDataset(place + "records/member", shape: [count], bytes: isMember)
        _ = try root.createDataset(place + "records/row", shape: [count], ints: rows)
        _ = try root.createDataset(place + "records/label", shape: [count], ints: book.labels)
        if let subjects = book.subjects {
            _ = try root.createDataset(place + "records/subject", shape: [count], strings: subjects)
        }
        if let source = book.source {
            _ = try root.createDataset(
                place + "source/predictions",
                shape: [count, source.classes],
                doubles: source.vectors
            )
        }
        for (approach, answers) in book.target.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // One target is the rule and stands under the fixed name; a second approach gets its own beside it.
            let name = book.target.count == 1 ? "target/predictions" : "target/\(approach.rawValue)/predictions"
            _ = try root.createDataset(place + name, shape: [count, answers.classes], doubles: answers.vectors)
        }
        for run in book.runs { try write(run, place, into: root) }
    }

    private static func write(_ run: AttributeRun, into root: HDF5Group) throws {
        let place = "\(worldGroup)/\(run.attack)/\(run.approach.rawValue)/n\(run.size)"
        let isRich = run.isRich.map { UInt8($0 ? 1 : 0) }
        _ = try root.createDataset("\(place)/score", shape: [run.scores.count], doubles: run.scores)
        _ = try root.createDataset("\(place)/part", shape: [run.parts.count], ints: run.parts)
        _ = try root.createDataset("\(place)/rich", shape: [isRich.count], bytes: isRich)
        _ = try root.createDataset("\(place)/attacked", shape: [1], doubles: [run.attacked])
    }

    private static func write(_ run: AttackRun, _ group: String, into root: HDF5Group) throws {
        let place = "\(group)attacks/\(run.attack)/\(run.approach.rawValue)/n\(run.size)/r\(run.turn)"
        let scores = run.scores
        let score = try root.createDataset("\(place)/score", shape: [scores.scores.count], doubles: scores.scores)
        for (name, values) in [("retrained", run.variants?.retrained), ("without", run.variants?.without)] {
            guard let values, !values.isEmpty else { continue }
            try score.setAttribute(name, doubles: values)
        }
        let decisions = scores.decisions.map { UInt8($0 ? 1 : 0) }
        let decision = try root.createDataset("\(place)/decision", shape: [decisions.count], bytes: decisions)
        if let threshold = scores.threshold { try decision.setAttribute("threshold", double: threshold) }
    }
}
