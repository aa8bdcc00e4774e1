import AuditCore
import Datasets

/// Reads every record once: values are numbers, and no record stands in two of the four sets.
enum HygieneStage {
    /// - Throws: `DatasetError` for values that are not numbers, `AuditError.overlappingSets` unless the manifest allows
    ///   overlaps.
    static func run(_ session: Session, _ materials: Materials) throws -> ValidityCheck {
        let sets = materials.sets
        let overlaps = try session.stage("Checking the records") { done in
            for set in sets + [materials.targetTrain, materials.targetTest].compactMap(\.self) {
                try session.cancellation.check()
                try set.validate()
                done(0.2)
            }
            return try DatasetHygiene.overlaps(between: sets)
        }
        guard !overlaps.isEmpty else {
            return ValidityCheck(
                id: "disjoint-sets",
                title: "The four sets are disjoint",
                result: .pass,
                sentence: "No record stands in two of the four sets (SHA-256 of the contents)."
            )
        }
        let sentence = overlaps.map { overlap in
            let rows = overlap.examples.map { "\($0.firstRow)/\($0.secondRow)" }.joined(separator: ", ")
            return "\(overlap.count) records of \(overlap.first) stand in \(overlap.second) too (rows \(rows))"
        }.joined(separator: "; ")
        guard session.manifest.data.allowOverlap else {
            throw AuditError(
                .overlappingSets,
                sentence,
                at: session.manifest.location(of: "data"),
                remedy:
                    "Remove the duplicates, or set `data.allowOverlap: true`; the report then says so and its gates are "
                    + "inconclusive."
            )
        }
        return ValidityCheck(
            id: "disjoint-sets",
            title: "The four sets are disjoint",
            result: .fail,
            sentence: sentence + ". The manifest allows it."
        )
    }
}
