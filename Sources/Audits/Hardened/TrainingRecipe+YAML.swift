import Networks
import Yams

extension TrainingRecipe {
    /// The recipe as a manifest's `training`, with every number exactly as it is.
    var yaml: Node {
        var pairs: [(String, Node)] = [
            ("epochs", Node("\(epochs)")), ("optimizer", Node(optimizer.rawValue)),
            ("learningRate", Node("\(learningRate)")), ("momentum", Node("\(momentum)")),
            ("weightDecay", Node("\(weightDecay)")), ("batchSize", Node("\(batchSize)")),
            ("schedule", Node(schedule.rawValue)), ("precision", Node(precision.rawValue)),
        ]
        // A manifest cannot ask for Nesterov's variant of no momentum.
        if isNesterov, momentum > 0 { pairs.append(("nesterov", Node("true"))) }
        if regularisation.labelSmoothing > 0 {
            pairs.append(("labelSmoothing", Node("\(regularisation.labelSmoothing)")))
        }
        if regularisation.mixup > 0 { pairs.append(("mixup", Node("\(regularisation.mixup)"))) }
        if let augmentation = regularisation.augmentation {
            pairs.append(
                (
                    "augmentation",
                    .flow([
                        ("pixels", Node("\(augmentation.pixels)")), ("mirrored", Node("\(augmentation.isMirrored)")),
                    ])
                )
            )
        }
        if let stopping = regularisation.earlyStopping {
            pairs.append(
                (
                    "earlyStopping",
                    .flow([("share", Node("\(stopping.share)")), ("patience", Node("\(stopping.patience)"))])
                )
            )
        }
        if let privacy {
            pairs.append(
                (
                    "privacy",
                    .flow([
                        ("noiseMultiplier", Node("\(privacy.noiseMultiplier)")),
                        ("clippingBound", Node("\(privacy.clippingBound)")),
                    ])
                )
            )
        }
        return .flow(pairs)
    }
}

extension Node {
    /// A mapping on one line.
    static func flow(_ pairs: [(String, Node)]) -> Node { Node(pairs.map { (Node($0), $1) }, .implicit, .flow) }

    /// Takes a key out of a mapping.
    mutating func remove(_ key: String) {
        guard case .mapping(var mapping) = self else { return }
        mapping[key] = nil
        self = .mapping(mapping)
    }

    /// A text, whatever it looks like.
    static func quoted(_ text: String) -> Node { Node(text, .implicit, .doubleQuoted) }
}
