import AuditCore

/// Reads `depth`: every key may be left out.
enum DepthReader {
    private static let approaches: [Approach] = [.freezing, .fineTuning]

    static func read(_ root: ManifestMapping) -> DepthSection? {
        guard let mapping = root.mapping("depth") else { return nil }
        var section = DepthSection()
        section.cuts = mapping.texts("cuts", single: true)?.map { DepthSection.Cut(name: $0.text, location: $0.at) }
        section.approaches = mapping.choices("approaches", among: approaches, single: true) ?? section.approaches
        section.shadowModels = mapping.integer("shadowModels", in: 1...100_000)
        section.shadowSizes = mapping.integers("shadowSizes", in: 2...100_000_000)?.sorted()
        section.repeats = mapping.integer("repeats", in: 1...10_000) ?? section.repeats
        section.training = TrainingReader.read("training", of: mapping)
        section.targetTraining = TrainingReader.read("targetTraining", of: mapping)
        mapping.refuseUnknownKeys()
        return section
    }
}
