import AuditCore
import Networks

/// Reads `target`: the recipient's task.
struct TargetReader {
    let profile: AuditProfile
    /// Height and width that images of a folder are brought to.
    let resize: [Int]?

    private static let approaches: [Approach] = [.freezing, .fineTuning]

    func read(_ mapping: ManifestMapping?) -> TargetSection? {
        guard let mapping else { return nil }
        if mapping.node("train") == nil {
            mapping.missing("train", remedy: "Write `train: {file: target.h5, x: /train/x, y: /train/y}`.")
        }
        let train = DatasetReader.read("train", of: mapping, resize: resize)
        let test = DatasetReader.read("test", of: mapping, resize: resize)
        let shadow = readShadow(mapping, hasTest: mapping.node("test") != nil)
        let approaches = mapping.choices("approach", among: Self.approaches, single: true) ?? [.freezing]
        let model = ModelReader.read("model", of: mapping)
        let edit = TrainingReader.read("training", of: mapping)
        mapping.refuseUnknownKeys()
        if model != nil, approaches.count > 1 {
            mapping.problems.add(
                .conflict,
                "'target.model' is one model, and 'target.approach' names several",
                at: mapping.location(of: "approach"),
                remedy: "Name the approach the model was made with, or leave the model out."
            )
        }
        guard let train else { return nil }
        // A depth curve asks for the other approaches, too.
        let training = ([.baseline] + Self.approaches).map { ($0, edit.applied(to: profile.targetTraining($0))) }
        return TargetSection(
            train: train,
            test: test,
            shadow: shadow,
            approaches: approaches,
            model: model,
            training: Dictionary(uniqueKeysWithValues: training)
        )
    }

    /// Both of `shadowTrain` and `shadowTest` or neither; with them there have to be non-members to attack.
    private func readShadow(_ mapping: ManifestMapping, hasTest: Bool) -> TargetSection.Shadow? {
        let isAsked = ["shadowTrain", "shadowTest"].map { mapping.node($0) != nil }
        guard isAsked.contains(true) else { return nil }
        for (key, isGiven) in zip(["shadowTrain", "shadowTest"], isAsked) where !isGiven {
            mapping.missing(key, remedy: "Write `\(key): {file: target.h5, x: /\(key)/x, y: /\(key)/y}`.")
        }
        if !hasTest {
            mapping.missing(
                "test",
                remedy:
                    "Give records the target model was not trained on: `test: {file: target.h5, x: /test/x, y: /test/y}`."
            )
        }
        let train = DatasetReader.read("shadowTrain", of: mapping, resize: resize)
        let test = DatasetReader.read("shadowTest", of: mapping, resize: resize)
        guard let train, let test else { return nil }
        return TargetSection.Shadow(train: train, test: test)
    }
}
