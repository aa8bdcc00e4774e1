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
                title: Phrase(key: "check.disjoint-sets"),
                result: .pass,
                sentence: Phrase(key: "check.disjoint-sets-pass")
            )
        }
        let found = overlaps.map { overlap in
            Phrase(
                key: "check.overlap",
                [
                    "count": .whole(overlap.count), "first": .phrase(Phrase(key: "set.\(overlap.first)")),
                    "second": .phrase(Phrase(key: "set.\(overlap.second)")),
                    "rows": .names(overlap.examples.map { "\($0.firstRow)/\($0.secondRow)" }),
                ]
            )
        }
        let overlapping = Phrase(key: "check.overlaps", ["overlaps": .list(found, .semicolon)])
        guard session.manifest.data?.allowOverlap == true else {
            throw AuditError(
                .overlappingSets,
                overlapping.text,
                at: session.manifest.location(of: "data"),
                remedy:
                    "Remove the duplicates, or set `data.allowOverlap: true`; the report then says so and its gates are "
                    + "inconclusive."
            )
        }
        return ValidityCheck(
            id: "disjoint-sets",
            title: Phrase(key: "check.disjoint-sets"),
            result: .fail,
            sentence: Phrase(key: "check.disjoint-sets-fail", ["overlaps": .phrase(overlapping)])
        )
    }
}
