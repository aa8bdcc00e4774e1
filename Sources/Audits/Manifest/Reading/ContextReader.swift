import AuditCore
import Diagnostics
import Policies

/// Reads `context`: who shares with whom. How far the release goes must be said (EDPB Opinion 28/2024 ¶46).
enum ContextReader {
    static func read(_ mapping: ManifestMapping?) -> AuditContext {
        guard let mapping else {
            return AuditContext(controller: nil, recipient: nil, release: .public, dataCategories: [])
        }
        let release = mapping.choice("release", among: ReleaseContext.allCases)
        if mapping.node("release") == nil {
            mapping.missing("release", remedy: "Write `release: internal`, `partner` or `public`.")
        }
        let context = AuditContext(
            controller: mapping.text("controller"),
            recipient: mapping.text("recipient"),
            release: release ?? .public,
            dataCategories: readCategories(mapping),
            recipientOutsideEEA: mapping.truth("recipientOutsideEEA")
        )
        mapping.refuseUnknownKeys()
        return context
    }

    /// A category nobody knows would raise no severity: it is refused.
    private static func readCategories(_ mapping: ManifestMapping) -> [String] {
        let texts = mapping.texts("dataCategories", single: true, emptyAllowed: true) ?? []
        for (text, location) in texts where DataCategory(named: text) == nil {
            mapping.problems.add(
                .badValue,
                "there is no data category '\(text)'",
                at: location,
                remedy: NearestName.hint(text, among: DataCategory.allCases.map(\.rawValue))
            )
        }
        return texts.map(\.text)
    }
}
