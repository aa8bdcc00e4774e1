import AuditCore
import Datasets

/// The data sets in the report's words.
enum DataDescription {
    /// One sheet per set.
    static func sheets(_ materials: Materials) throws -> [DataSheet] {
        try (materials.sets + materials.targetSets).map { set in
            DataSheet(
                role: set.role,
                source: name(set.source),
                records: set.count,
                shape: ModelDescription.shape(set.recordShape),
                perClass: set.perClass,
                contentHash: try set.contentHash().description
            )
        }
    }

    /// A source without the folders it lies in, which say nothing to a reader elsewhere.
    private static func name(_ source: String) -> String {
        let parts = source.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts.first?.split(separator: "/").last.map(String.init) ?? source
        return parts.count > 1 ? "\(file):\(parts[1])" : file
    }
}
