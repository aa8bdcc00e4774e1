import Datasets

/// What the data sets of a manifest hold now, for comparing with a report.
public enum AuditedData {
    /// The digest over records and labels of each data set the manifest names, as a report records it.
    ///
    /// - Returns: roles (`members`, `nonMembers` …) with SHA-256 in lower-case hexadecimal, in the report's order.
    /// - Throws: `DatasetError` naming the set.
    public static func contentHashes(_ manifest: AuditManifest) throws -> [(role: String, contentHash: String)] {
        let data = manifest.data
        let sets: [(role: String, description: DatasetDescription?)] = [
            ("members", data?.members), ("nonMembers", data?.nonMembers), ("shadowTrain", data?.shadowTrain),
            ("shadowTest", data?.shadowTest), ("reference", data?.reference),
            ("targetTrain", manifest.target?.train),
            ("targetTest", manifest.target?.test),
            ("targetShadowTrain", manifest.target?.shadow?.train), ("targetShadowTest", manifest.target?.shadow?.test),
        ]
        return try sets.compactMap { role, description in
            try description.map {
                (role, try Dataset.open($0, role: role, resizer: imageResizer).contentHash().description)
            }
        }
    }
}
