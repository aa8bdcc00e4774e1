import HDF5
import ShadowModels
import TestSupport

/// Real saved predictions beside the repository, which are not part of it; tests that need them are skipped where they
/// are absent.
enum SharedData {
    static func has(_ name: String) -> Bool { SharedFolder.has("data/mia-predictions/\(name)") }

    /// Answers with their membership; label 0 for all where none are published.
    static func answers(
        _ name: String,
        _ group: String,
        values: String,
        last: Int? = nil
    ) throws -> (answers: Answers, isMember: [Bool]) {
        let root = try HDF5File.open(SharedFolder.path("data/mia-predictions/\(name)")).root
        let dataset = try root.dataset("\(group)/\(values)")
        let (count, classes) = (dataset.shape[0], dataset.shape[1])
        let rows = (count - (last ?? count))..<count
        let labels = try? root.dataset("\(group)/labels").readInts(rows: rows)
        let floats = try dataset.readFloats(rows: rows)
        let own = labels ?? rows.map { _ in 0 }
        let answers =
            values == "logits"
            ? Answers(logits: floats, classes: classes, labels: own)
            : Answers(vectors: floats.map(Double.init), classes: classes, labels: own)
        return (answers, try root.dataset("\(group)/member").readInts(rows: rows).map { $0 == 1 })
    }
}
