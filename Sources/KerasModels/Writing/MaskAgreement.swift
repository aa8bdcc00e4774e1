import Diagnostics
import Networks

/// Makes sure that layers get the same masks in the Keras that is to read a file: Keras 2 and 3 put masks together, and
/// let them end, in other places.
enum MaskAgreement {
    /// Compares the masks of a model with those its written configuration leads to.
    ///
    /// - Throws: `notWritable` when they differ.
    static func check(
        _ architecture: Architecture,
        _ config: JSONValue,
        for generation: KerasGeneration,
        file: String
    ) throws(KerasModelError) {
        let wanted = taken(architecture)
        guard wanted.contains(where: { $0.contains("[") }) else { return }
        let context = ConfigContext(file: file, object: nil, kerasMajor: generation == .three ? 3 : 2)
        let flat = try ModelFlattener.flatten(ModelConfig.read(config, context), file: file)
        let written = try ArchitectureReader.read(
            ModelPath(flat, input: nil, output: nil, file: file),
            name: "",
            kerasMajor: context.kerasMajor,
            inputShape: architecture.inputShape,
            file: file
        )
        guard taken(written.architecture) != wanted else { return }
        throw KerasModelError(
            .notWritable,
            "Keras \(generation.rawValue) would give the model's layers other masks",
            at: .file(file),
            remedy:
                "Write it for the other Keras (`--keras \(generation == .two ? 3 : 2)`), or build the model so that "
                + "masked and unmasked sequences are not merged."
        )
    }

    /// For each layer that takes masks its class and what its masks are made of, in a fixed order.
    private static func taken(_ architecture: Architecture) -> [String] {
        var meanings: [Int?] = []
        var result: [String] = []
        for node in architecture.nodes {
            let named = architecture.layers[node.layer]
            let masks = node.inputs.compactMap { meanings[$0] }
            guard named.kind == ArchitectureReader.maskKind else {
                meanings.append(nil)
                if KerasLayerCatalog.kind(of: named.kind)?.takesMasks == true {
                    result.append("\(type(of: named.layer)) \(masks.isEmpty ? "" : "\(masks)")")
                }
                continue
            }
            if named.layer is MaskMerge, let first = masks.first, masks.allSatisfy({ $0 == first }) {
                meanings.append(first)
                continue
            }
            // The same whatever the order of the nodes.
            meanings.append("\(named.layer) \(masks)".hashValue)
        }
        return result.sorted()
    }
}
