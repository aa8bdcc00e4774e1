import Diagnostics

/// Reads `predictions`: the source model's saved answers, and those of shadow models.
enum PredictionsReader {
    private static let example =
        "Write `{file: p.h5, predictions: /target/predictions, labels: /target/labels, member: /target/member}`."

    static func read(_ mapping: ManifestMapping?) -> PredictionsSection? {
        guard let mapping else { return nil }
        let files = ["source", "shadow"].map { key -> PredictionsSection.File? in
            guard let file = mapping.requiredMapping(key, remedy: example) else { return nil }
            return read(file)
        }
        let isLogits = mapping.truth("logits") ?? false
        mapping.refuseUnknownKeys()
        guard let source = files[0], let shadow = files[1] else { return nil }
        return PredictionsSection(source: source, shadow: shadow, isLogits: isLogits)
    }

    private static func read(_ mapping: ManifestMapping) -> PredictionsSection.File? {
        for key in ["file", "predictions", "member"] where mapping.node(key) == nil {
            mapping.missing(key, remedy: example)
        }
        let path = mapping.existing(.file, "file")
        let (predictions, member) = (mapping.text("predictions"), mapping.text("member"))
        let labels = mapping.text("labels")
        mapping.refuseUnknownKeys()
        guard let path, let predictions, let member else { return nil }
        return PredictionsSection.File(
            path: path,
            predictions: predictions,
            labels: labels,
            member: member,
            location: mapping.location
        )
    }
}
