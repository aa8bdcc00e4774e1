import Yams

/// Reads `source.checkpoints`: models, or models with the epoch after which they were saved.
enum CheckpointReader {
    /// The checkpoints of a source model, of which the same inputs and outputs are meant as of the model itself.
    static func read(_ source: ManifestMapping, of model: ModelReference?) -> [SourceCheckpoint] {
        guard let node = source.node("checkpoints") else { return [] }
        guard case .sequence(let items) = node else {
            source.wrongType("checkpoints", "a list, such as [round-10.h5, round-20.h5]")
            return []
        }
        if items.isEmpty {
            source.badValue("checkpoints", "is an empty list", remedy: "List at least one, or leave the key out.")
        }
        let read = items.enumerated().compactMap { index, item -> SourceCheckpoint? in
            let checkpoint = mapping(item, path: source.path(of: "checkpoints[\(index)]"), source.problems)
            return checkpoint.flatMap { self.checkpoint($0, of: model) }
        }
        guard read.count == items.count else { return [] }
        let epochs = read.compactMap(\.epoch)
        if !epochs.isEmpty, epochs.count < read.count {
            source.badValue(
                "checkpoints",
                "says of some checkpoints after which epoch they were saved, and not of others",
                remedy: "Give `epoch` for each, or for none to take them as evenly spread over the training."
            )
        }
        if zip(epochs, epochs.dropFirst()).contains(where: { $0 >= $1 }) {
            source.badValue(
                "checkpoints",
                "is not in the order of epochs",
                remedy: "List the earliest first, each once."
            )
        }
        return read
    }

    /// Checkpoints have to be earlier than the end of the shadow models' training that they are held against.
    static func checkEpochs(_ source: SourceSection?, _ adversary: AdversarySection, _ problems: ManifestProblems) {
        let epochs = adversary.shadows[.baseline]?.training.epochs ?? 0
        for (index, checkpoint) in (source?.checkpoints ?? []).enumerated() {
            guard let epoch = checkpoint.epoch, epoch >= epochs else { continue }
            let path = "source.checkpoints[\(index)].epoch"
            problems.add(
                .conflict,
                "'\(path)' is \(epoch), and shadow models trained from scratch are finished after \(epochs) epochs",
                at: problems.locations[path] ?? .file(problems.path),
                remedy: "Set the baseline's training.epochs to that of the source model, or leave out every `epoch`."
            )
        }
    }

    /// An item as `{model: …}`, however it is written.
    private static func mapping(_ item: Node, path: String, _ problems: ManifestProblems) -> ManifestMapping? {
        if case .mapping(let pairs) = item, pairs["weights"] == nil, pairs["architecture"] == nil {
            return ManifestMapping(item, path: path, problems: problems)
        }
        let pairs = Node.Mapping([(Node("model"), item)], Tag(.map), .any, item.mark)
        return ManifestMapping(.mapping(pairs), path: path, problems: problems)
    }

    private static func checkpoint(_ mapping: ManifestMapping, of model: ModelReference?) -> SourceCheckpoint? {
        if mapping.node("model") == nil { mapping.missing("model", remedy: "Write `{model: round-10.h5, epoch: 10}`.") }
        var reference = ModelReader.files("model", of: mapping)
        let epoch = mapping.integer("epoch", in: 1...1_000_000)
        mapping.refuseUnknownKeys()
        reference?.input = model?.input
        reference?.output = model?.output
        return reference.map { SourceCheckpoint(model: $0, epoch: epoch) }
    }
}
