import Diagnostics
import Networks

/// Finds out whether masks reach the same layers in the Keras that a model is written for: Keras 2 and Keras 3 do not pass
/// them on alike, and write few of them down.
struct MaskCheck {
    private var meanings = MaskMeanings()
    /// How many nodes have been noted.
    private var count = 0
    /// For each application by its layer's name the first node that is one.
    private var firsts: [String: Int] = [:]

    /// An application of a layer.
    private struct Application {
        let node: Int
        let slots: MaskSlots
        /// What the masks say, by the tensor's place.
        let meanings: [Int: Int]
    }

    /// The applications that would get other masks, in the model's order.
    ///
    /// - Parameters:
    ///   - model: what is written.
    ///   - root: the configuration that says it.
    ///   - generation: who is to read that.
    ///   - file: the file to be written, for messages.
    /// - Throws: what is wrong with the configuration.
    static func differences(
        _ model: KerasModel,
        _ root: JSONValue,
        for generation: KerasGeneration,
        file: String
    ) throws(KerasModelError) -> [MaskDifference] {
        guard model.makesMasks else { return [] }
        let context = ConfigContext(file: file, object: nil, kerasMajor: generation.rawValue)
        let flat = try ModelFlattener.flatten(ModelConfig.read(root, context), file: file)
        let path = try ModelPath(flat, input: nil, output: nil, file: file)
        let written: Architecture
        do {
            written = try ArchitectureReader.read(
                path,
                name: model.name,
                kerasMajor: generation.rawValue,
                inputShape: model.inputShape,
                file: file
            ).architecture
        } catch  where error.code == .unsupportedOption {
            // Such as a layer that is applied twice, once with a mask.
            throw KerasModelError(
                .notWritable,
                "with the masks of Keras \(generation.rawValue), \(error.summary)",
                at: error.location,
                remedy: Self.remedy(model)
            )
        }
        var check = MaskCheck()
        let wanted = check.applications(model.architecture)
        let found = check.applications(written)
        var result: [MaskDifference] = []
        for (key, application) in wanted {
            let other = found[key]?.meanings ?? [:]
            let foreign = other.filter { application.meanings[$0.key] != $0.value }
            let isGiven = found[key]?.slots.hasPairMask == true && !application.slots.hasPairMask
            guard !foreign.isEmpty || !isGiven && other.count != application.meanings.count else { continue }
            result.append(
                MaskDifference(
                    node: application.node,
                    wanted: application.slots.nodes,
                    foreign: Set(foreign.keys)
                )
            )
        }
        return result.sorted { $0.node < $1.node }
    }

    /// What to say of the first application that cannot get the masks it should.
    static func refusal(
        _ difference: MaskDifference,
        _ model: KerasModel,
        for generation: KerasGeneration,
        file: String
    ) -> KerasModelError {
        let architecture = model.architecture
        return KerasModelError(
            .notWritable,
            "in Keras \(generation.rawValue) another mask would reach the layer than in the Keras the model was made for, "
                + "\(model.generation.rawValue)",
            at: .layer(architecture.layers[architecture.nodes[difference.node].layer].name, file: file),
            remedy: Self.remedy(model)
        )
    }

    private static func remedy(_ model: KerasModel) -> String {
        "Write it for Keras \(model.generation.rawValue) (`--keras \(model.generation.rawValue)`)."
    }

    /// All applications by the names of their layers, which are alike in both models.
    private mutating func applications(_ architecture: Architecture) -> [String: Application] {
        var result: [String: Application] = [:]
        var counts = Array(repeating: 0, count: architecture.layers.count)
        var names = PlainNames()
        let layerNames = architecture.layers.map { names.take($0.name) }
        let start = count
        for (index, node) in architecture.nodes.enumerated() {
            let named = architecture.layers[node.layer]
            let key = "\(layerNames[node.layer]) \(counts[node.layer])"
            counts[node.layer] += 1
            let first = firsts[key] ?? count
            firsts[key] = first
            meanings.add(named.layer, node.inputs.map { start + $0 }, shape: node.shape, original: first)
            count += 1
            let slots = MaskSlots(node, named.layer)
            result[key] = Application(
                node: index,
                slots: slots,
                meanings: slots.nodes.mapValues { meanings.number(of: start + $0) }
            )
        }
        return result
    }
}

extension KerasModel {
    /// Whether some layer makes a mask, be it that nobody takes it.
    fileprivate var makesMasks: Bool {
        architecture.layers.indices.contains { index in
            if architecture.layers[index].kind == ArchitectureReader.maskKind { return true }
            guard let entry = entry(index) else { return false }
            return entry.className == "Masking" || entry.options["mask_zero"]?.bool == true
        }
    }

    /// The Keras in whose meaning the model was read; Keras 3 for one that was made here.
    var generation: KerasGeneration {
        if let major = KerasVersion.major(kerasVersion) { return major < 3 ? .two : .three }
        guard let origin else { return .three }
        let isNew = origin.config.layers.contains { $0.original["registered_name"] != nil }
        return isNew ? .three : .two
    }
}
