import AuditCore
import Datasets

/// The data sets in the report's words.
enum DataDescription {
    /// One sheet per set.
    static func sheets(_ materials: Materials) throws -> [DataSheet] {
        try (materials.sets + [materials.targetTrain, materials.targetTest].compactMap(\.self)).map { set in
            DataSheet(
                role: set.role,
                source: set.source,
                records: set.count,
                shape: ModelDescription.shape(set.recordShape),
                perClass: set.perClass,
                contentHash: try set.contentHash().description
            )
        }
    }
}
