import AuditCore
import Datasets

/// Reads every record once: values are numbers, and no record stands in two of the sets of a task.
enum HygieneStage {
    /// - Throws: `DatasetError` for values that are not numbers, `AuditError.overlappingSets` unless the manifest allows
    ///   overlaps.
    static func run(_ session: Session, _ materials: Materials) throws -> [ValidityCheck] {
        let sets = materials.sets
        let (overlaps, ofTarget) = try session.stage("Checking the records") { done in
            for set in sets + materials.targetSets {
                try session.cancellation.check()
                try set.validate()
                done(0.2)
            }
            // The recipient's records may be anyone's, but for an attack that asks which of them are the recipient's.
            let isAttacked = materials.targetShadowTrain != nil
            return (
                try DatasetHygiene.overlaps(between: sets),
                isAttacked ? try DatasetHygiene.overlaps(between: materials.targetSets) : nil
            )
        }
        let own = try check(overlaps, session.manifest, key: "data")
        return [own] + (try ofTarget.map { [try check($0, session.manifest, key: "target").ofTarget] } ?? [])
    }

    private static func check(_ overlaps: [Overlap], _ manifest: AuditManifest, key: String) throws
        -> ValidityCheck
    {
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
        guard manifest.data?.allowOverlap == true else {
            throw AuditError(
                .overlappingSets,
                overlapping.text,
                at: manifest.location(of: key),
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
