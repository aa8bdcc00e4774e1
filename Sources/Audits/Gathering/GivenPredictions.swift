import AuditCore
import Diagnostics
import HDF5
import ShadowModels

/// Saved answers of one model with membership, in memory.
struct GivenPredictions: Sendable {
    /// The file.
    let file: PredictionsSection.File
    /// Answers for all records; label 0 for all where there are none.
    let answers: Answers
    /// Whether each was in the training set.
    let isMember: [Bool]
    /// Whether the records have labels.
    let hasLabels: Bool

    /// How far the values of one prediction may be from a sum of 1.
    private static let slack = 1e-3

    /// Reads one table.
    ///
    /// - Parameters:
    ///   - file: where it is.
    ///   - role: `source` or `shadow`, for errors.
    ///   - isLogits: whether a softmax is still to be taken.
    /// - Throws: `HDF5Error`, `AuditError.shapeMismatch`, `.answersNotFinite`, `.tooFewRecords`.
    static func read(_ file: PredictionsSection.File, role: String, isLogits: Bool) throws -> GivenPredictions {
        let root = try HDF5File.open(file.path, hazards: .refusedWhereRead).root
        let vectors = try root.dataset(file.predictions)
        guard vectors.shape.count == 2, vectors.shape[0] > 0, vectors.shape[1] > 1 else {
            throw mismatch(file, "'\(file.predictions)' has the shape \(vectors.shape), not (records, classes)")
        }
        let (count, classes) = (vectors.shape[0], vectors.shape[1])
        let member = try whole(root, file.member, count, file)
        let labels = try file.labels.map { try whole(root, $0, count, file) }
        guard member.allSatisfy({ $0 == 0 || $0 == 1 }) else {
            throw mismatch(file, "'\(file.member)' has values other than 0 and 1")
        }
        if let labels, let row = labels.firstIndex(where: { !(0..<classes).contains($0) }) {
            throw mismatch(file, "row \(row) of '\(file.labels ?? "")' is \(labels[row]), no class of \(classes)")
        }
        let values = try vectors.readDoubles()
        try check(values, classes, file, role: role, isLogits: isLogits)
        let own = labels ?? Array(repeating: 0, count: count)
        let given = GivenPredictions(
            file: file,
            answers: isLogits
                ? Answers(storedLogits: values, classes: classes, labels: own)
                : Answers(vectors: values, classes: classes, labels: own),
            isMember: member.map { $0 == 1 },
            hasLabels: labels != nil
        )
        for (isMember, name) in [(true, "members"), (false, "non-members")] {
            let rows = given.isMember.count { $0 == isMember }
            guard rows < 2 else { continue }
            throw AuditError(
                .tooFewRecords,
                "'\(file.member)' names \(rows) \(name)",
                at: file.place,
                remedy: "Give the answers for at least 2 \(name), better several hundred."
            )
        }
        return given
    }

    /// Reads both tables of a manifest.
    ///
    /// Where one has no labels those of the other are of no use: attacks learn on the one what they do to the other.
    ///
    /// - Throws: as `read`, and `AuditError.shapeMismatch` for shadow answers of another task.
    static func pair(
        _ section: PredictionsSection,
        done: (Double) -> Void = { _ in }
    ) throws -> (source: GivenPredictions, shadow: GivenPredictions) {
        let source = try read(section.source, role: "source", isLogits: section.isLogits)
        done(0.5)
        let shadow = try read(section.shadow, role: "shadow", isLogits: section.isLogits)
        done(0.5)
        guard source.answers.classes == shadow.answers.classes else {
            throw AuditError(
                .shapeMismatch,
                "shadow answers have \(shadow.answers.classes) values, the source model's \(source.answers.classes)",
                at: section.shadow.place,
                remedy: "Give answers of shadow models of the same task."
            )
        }
        return source.hasLabels && shadow.hasLabels ? (source, shadow) : (source.unlabelled, shadow.unlabelled)
    }

    private var unlabelled: GivenPredictions {
        GivenPredictions(
            file: file,
            answers: Answers(
                vectors: answers.vectors,
                classes: answers.classes,
                labels: answers.labels.map { _ in 0 }
            ),
            isMember: isMember,
            hasLabels: false
        )
    }

    private static func whole(
        _ root: HDF5Group,
        _ name: String,
        _ count: Int,
        _ file: PredictionsSection.File
    ) throws -> [Int] {
        let dataset = try root.dataset(name)
        guard dataset.shape == [count] else {
            throw mismatch(file, "'\(name)' has the shape \(dataset.shape), and there are \(count) predictions")
        }
        return try dataset.readInts()
    }

    private static func check(
        _ values: [Double],
        _ classes: Int,
        _ file: PredictionsSection.File,
        role: String,
        isLogits: Bool
    ) throws {
        func refuse(_ place: Int, _ what: String) -> AuditError {
            AuditError(
                .answersNotFinite,
                "the answer in '\(file.predictions)' \(what)",
                at: .record(place / classes, set: "predictions.\(role)"),
                remedy: isLogits
                    ? "Save the answers anew." : "Save probabilities, or set `predictions.logits: true` for logits."
            )
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) { throw refuse(place, "is not a number") }
        guard !isLogits else { return }
        if let place = values.firstIndex(where: { $0 < 0 || $0 > 1 }) { throw refuse(place, "is no probability") }
        for start in stride(from: 0, to: values.count, by: classes) {
            let sum = values[start..<start + classes].reduce(0, +)
            if abs(sum - 1) > slack { throw refuse(start, "sums to \(sum), not to 1") }
        }
    }

    private static func mismatch(_ file: PredictionsSection.File, _ summary: String) -> AuditError {
        AuditError(
            .shapeMismatch,
            summary,
            at: file.place,
            remedy: "Give predictions (N, K), labels (N) in 0..<K and member (N) of 0 and 1, in the same order."
        )
    }
}

extension GivenPredictions {
    private var insideRows: [Int] { isMember.indices.filter { isMember[$0] } }
    private var outsideRows: [Int] { isMember.indices.filter { !isMember[$0] } }

    /// Answers for the records of the training set.
    var members: Answers { answers.picking(insideRows) }

    /// Answers for the others.
    var nonMembers: Answers { answers.picking(outsideRows) }

    /// Classes that attacks learn one by one; one where nobody labelled the records.
    var classes: Int { hasLabels ? answers.classes : 1 }

    /// Numbers stand for names.
    var classNames: [String] { hasLabels ? (0..<classes).map { String($0) } : ["all records"] }

    /// The table as one farm of shadow models.
    var farm: ShadowFarm {
        let (inside, outside) = (insideRows, outsideRows)
        let model = ShadowAnswers(
            members: answers.picking(inside),
            nonMembers: answers.picking(outside),
            records: inside + outside
        )
        return ShadowFarm(approach: .given, size: inside.count, repeatIndex: 0, models: [model], coreSeconds: 0)
    }
}
