import AuditCore
import Diagnostics

extension AuditManifest {
    /// The same manifest with only shadow sizes that the shadow data can fill.
    ///
    /// A size the manifest names must fit; a profile's size that does not is dropped, and `notes` says so.
    ///
    /// - Parameters:
    ///   - train: records of shadowTrain.
    ///   - test: records of shadowTest.
    /// - Throws: `ManifestError.tooFewRecords`, at the manifest's `shadowSizes`.
    public func fitting(shadowTrain train: Int, shadowTest test: Int) throws(ManifestError) -> AuditManifest {
        var fitted = self
        let most = min(train, test)
        let set = train <= test ? "shadowTrain" : "shadowTest"
        for approach in adversary.approaches {
            guard var settings = adversary.shadows[approach] else { continue }
            let dropped = settings.sizes.filter { $0 > most }
            guard let largest = dropped.last else { continue }
            settings.sizes.removeAll { $0 > most }
            guard !settings.sizesAreExplicit, !settings.sizes.isEmpty else {
                throw ManifestError(
                    .tooFewRecords,
                    "\(set) has \(most) records, fewer than the shadow size \(largest)",
                    at: sizesLocation(approach),
                    remedy: "Give more records to '\(set)', or write `shadowSizes:` with sizes up to \(most)."
                )
            }
            fitted.adversary.shadows[approach] = settings
            fitted.notes.append(
                Phrase(
                    key: "skip.shadow-sizes",
                    [
                        "approach": .words(approach.rawValue), "sizes": .names(dropped.map(String.init)),
                        "set": .phrase(Phrase(key: "set.\(set)")), "count": .whole(most),
                    ]
                )
            )
        }
        return fitted
    }

    private func sizesLocation(_ approach: Approach) -> Location {
        let keys = ["adversary.overrides.\(approach.rawValue).shadowSizes", "adversary.shadowSizes", "adversary"]
        return keys.lazy.compactMap { locations[$0] }.first ?? .file(path)
    }
}
