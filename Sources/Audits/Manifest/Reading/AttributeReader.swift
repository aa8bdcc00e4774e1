/// Reads `adversary.attribute`.
enum AttributeReader {
    static func read(_ adversary: ManifestMapping) -> AttributeSettings {
        var settings = AttributeSettings()
        guard let mapping = adversary.mapping("attribute") else { return settings }
        settings.value = mapping.text("value")
        settings.worlds = mapping.integer("worlds", in: 4...1000) ?? settings.worlds
        settings.share =
            mapping.number("share", "a number above 0.5, at most 1") { $0 > 0.5 && $0 <= 1 } ?? settings.share
        mapping.refuseUnknownKeys()
        return settings
    }
}
