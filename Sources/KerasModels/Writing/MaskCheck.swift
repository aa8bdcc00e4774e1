import Diagnostics
import Networks

/// Makes sure that masks reach the same layers in the Keras that a model is written for: Keras 2 and Keras 3 do not pass
/// them on alike, and write none of them down.
struct MaskCheck {
    /// A number for each different mask or tensor.
    private var numbers: [String: Int] = [:]

    /// Compares a model with what its written configuration says to a Keras.
    ///
    /// - Throws: `notWritable` naming the first layer that would get another mask.
    static func verify(
        _ model: KerasModel,
        _ root: JSONValue,
        for generation: KerasGeneration,
        file: String
    ) throws(KerasModelError) {
        let hasMasks = model.architecture.layers.contains { $0.kind == ArchitectureReader.maskKind }
        guard hasMasks, model.generation != generation else { return }
        let context = ConfigContext(file: file, object: nil, kerasMajor: generation.rawValue)
        let flat = try ModelFlattener.flatten(ModelConfig.read(root, context), file: file)
        let path = try ModelPath(flat, input: nil, output: nil, file: file)
        let written = try ArchitectureReader.read(
            path,
            name: model.name,
            kerasMajor: generation.rawValue,
            inputShape: model.inputShape,
            file: file
        ).architecture
        var check = MaskCheck()
        let wanted = check.masks(model.architecture)
        let found = check.masks(written)
        let differing = Set(wanted.keys).union(found.keys).filter { wanted[$0]?.masks != found[$0]?.masks }
        guard let first = differing.min(), let layer = (wanted[first] ?? found[first])?.layer else { return }
        throw KerasModelError(
            .notWritable,
            "in Keras \(generation.rawValue) another mask reaches the layer than in Keras "
                + "\(model.generation.rawValue), for which the model was made",
            at: .layer(layer, file: file),
            remedy: "Write it for Keras \(model.generation.rawValue) (`--keras \(model.generation.rawValue)`)."
        )
    }

    /// For each application of a layer that takes masks, which those are; the keys are alike in both models.
    private mutating func masks(_ architecture: Architecture) -> [String: (layer: String, masks: [Int])] {
        var result: [String: (layer: String, masks: [Int])] = [:]
        var identities: [Int] = []
        var counts = Array(repeating: 0, count: architecture.layers.count)
        let isMask = architecture.layers.map { $0.kind == ArchitectureReader.maskKind }
        for node in architecture.nodes {
            let named = architecture.layers[node.layer]
            let key = "\(PlainNames.plain(named.name)) \(counts[node.layer])"
            counts[node.layer] += 1
            guard !isMask[node.layer] else {
                identities.append(identity(of: named.layer, node.inputs.map { identities[$0] }))
                continue
            }
            identities.append(number(of: key))
            let masks = node.inputs.filter { isMask[architecture.nodes[$0].layer] }.map { identities[$0] }
            if !masks.isEmpty { result[key] = (named.name, masks) }
        }
        return result
    }

    /// A mask's identity; one made of equal ones is none of its own.
    private mutating func identity(of layer: any Layer, _ inputs: [Int]) -> Int {
        guard let merge = layer as? MaskMerge, merge.rule == .any || merge.rule == .all else {
            return number(of: "\(layer)\(inputs)")
        }
        let different = Set(inputs).sorted()
        return different.count == 1 ? different[0] : number(of: "\(layer)\(different)")
    }

    private mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = numbers.count
        return numbers.count - 1
    }
}

extension KerasModel {
    /// The Keras in whose meaning the model was read; Keras 3 for one that was made here.
    fileprivate var generation: KerasGeneration {
        if let major = KerasVersion.major(kerasVersion) { return major < 3 ? .two : .three }
        guard let origin else { return .three }
        let isNew = origin.config.layers.contains { $0.original["registered_name"] != nil }
        return isNew ? .three : .two
    }
}
