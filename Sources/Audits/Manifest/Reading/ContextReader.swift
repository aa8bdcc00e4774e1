import AuditCore

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
            dataCategories: mapping.texts("dataCategories", single: true, emptyAllowed: true)?.map(\.text) ?? [],
            recipientOutsideEEA: mapping.truth("recipientOutsideEEA")
        )
        mapping.refuseUnknownKeys()
        return context
    }
}
