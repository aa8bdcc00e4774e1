import Diagnostics
import HDF5
import Networks
import Tensors

/// Compares the file that would leave with the source model, layer by layer.
public enum LayerComparer {
    /// Compares every layer with weights.
    ///
    /// - Parameters:
    ///   - source: the owner's model.
    ///   - path: the file: a whole model, a weights file or a model cut off after the transferred layers.
    ///   - cut: the node after which the source model is cut.
    /// - Returns: the transferred layers in the model's order; then whatever else the file holds, as beyond the cut:
    ///   layers of the head, unknown layers, and the optimiser's state (`optimizer_weights`), which is made of
    ///   gradients on the members.
    /// - Throws: `unreadable`, or `weightsMissing` when the file has no layers at all.
    public static func compare(
        source: KerasModel,
        transferred path: String,
        cut: Int
    ) throws(KerasModelError) -> [LayerDifference] {
        let file = try ModelFile.open(path)
        guard let hdf5 = file.weights else { throw KerasModel.noWeights(file) }
        let stored = try StoredWeights(hdf5, kerasVersion: file.kerasVersion, backend: file.backend)
        let config = try Self.config(file) ?? source.origin?.config ?? ModelConfig(named: source.architecture)
        let transferred = Set(source.architecture.layers(upTo: cut))
        let wanted = try known(source, config, path)
        var found: [Int: [StoredArray]] = [:]
        for (layer, arrays) in zip(wanted, try stored.arrays(wanted.map(\.weights), config)) {
            found[layer.layer] = arrays
        }
        var result: [LayerDifference] = []
        var seen: Set<String> = []
        for (index, named) in source.architecture.layers.enumerated() where transferred.contains(index) {
            let parameters = parameters(named)
            guard !parameters.isEmpty else { continue }
            let arrays = found[index] ?? []
            seen.formUnion(arrays.flatMap(\.datasets).map(\.name))
            result.append(try difference(named, source.weights.layers[index], parameters, arrays, stored))
        }
        var beyond: [(layer: String, parameters: Int)] = []
        func note(_ layer: String, _ dataset: HDF5Dataset) {
            guard seen.insert(dataset.name).inserted else { return }
            if beyond.last?.layer != layer { beyond.append((layer, 0)) }
            beyond[beyond.count - 1].parameters += dataset.count
        }
        for (index, arrays) in found.sorted(by: { $0.key < $1.key }) where !transferred.contains(index) {
            for dataset in arrays.flatMap(\.datasets) { note(source.architecture.layers[index].name, dataset) }
        }
        for (layer, dataset) in try stored.all() { note(layer, dataset) }
        result += beyond.map { LayerDifference(layer: $0.layer, result: .beyondCut, parameters: $0.parameters) }
        let slots = try optimizerValues(hdf5)
        if slots > 0 {
            result.append(LayerDifference(layer: "optimizer_weights", result: .beyondCut, parameters: slots))
        }
        return result
    }

    /// The file's own configuration; nil for weights alone.
    private static func config(_ file: ModelFile) throws(KerasModelError) -> ModelConfig? {
        guard let root = file.config else { return nil }
        let major = KerasVersion.major(file.kerasVersion) ?? KerasVersion.major(of: root)
        let context = ConfigContext(file: file.path, object: file.configObject, kerasMajor: major)
        return try ModelConfig.read(root, context)
    }

    /// The layers of a configuration that the source model has too, by name.
    private static func known(
        _ source: KerasModel,
        _ config: ModelConfig,
        _ file: String
    ) throws(KerasModelError) -> [(layer: Int, weights: WantedWeights)] {
        var places: [String: Int] = [:]
        for (index, named) in source.architecture.layers.enumerated() { places[named.name] = index }
        // A part that was written flat has `_` for the `/` in names.
        for (index, named) in source.architecture.layers.enumerated() {
            let plain = PlainNames.plain(named.name)
            places[plain] = places[plain] ?? index
        }
        var result: [(layer: Int, weights: WantedWeights)] = []
        for leaf in try ModelFlattener.flatten(config, file: file).leaves {
            guard let index = places[leaf.name] else { continue }
            let named = source.architecture.layers[index]
            let parameters = parameters(named)
            guard !parameters.isEmpty else { continue }
            result.append((index, WantedWeights(leaf: leaf, parameters: parameters, named.layer)))
        }
        return result.sorted { $0.weights.leaf.place.lexicographicallyPrecedes($1.weights.leaf.place) }
    }

    private static func parameters(_ named: NamedLayer) -> [StoredParameter] {
        KerasLayerCatalog.kind(of: named.kind)?.storedParameters(named.layer) ?? []
    }

    private static func difference(
        _ named: NamedLayer,
        _ source: [TensorValues],
        _ parameters: [StoredParameter],
        _ found: [StoredArray],
        _ stored: StoredWeights
    ) throws(KerasModelError) -> LayerDifference {
        let name = named.name
        let count = named.layer.parameterCount
        guard !found.isEmpty else { return LayerDifference(layer: name, result: .missing, parameters: count) }
        guard found.map(\.shape) == parameters.map(\.shape) else {
            return LayerDifference(
                layer: name,
                result: .changed,
                parameters: count,
                largestDifference: .infinity,
                meanDifference: .infinity
            )
        }
        var largest = 0.0
        var sum = 0.0
        for (index, array) in found.enumerated() {
            let location = Location.layer(name, file: array.datasets.first?.file ?? "")
            let values = try stored.values(parameters[index], array, at: location)
            for (own, other) in zip(source[index].floats, values.floats) where own != other {
                let gap = abs(Double(own) - Double(other))
                // What is not a number differs from everything, by more than any number.
                largest = gap.isNaN ? .infinity : max(largest, gap)
                sum += gap.isNaN ? .infinity : gap
            }
        }
        guard largest > 0 else { return LayerDifference(layer: name, result: .identical, parameters: count) }
        return LayerDifference(
            layer: name,
            result: .changed,
            parameters: count,
            largestDifference: largest,
            meanDifference: sum / Double(max(1, count))
        )
    }

    /// Number of values the optimiser left in the file.
    private static func optimizerValues(_ file: HDF5File) throws(KerasModelError) -> Int {
        do {
            var total = 0
            if file.root.isGroup("optimizer_weights") {
                let group = try file.root.group("optimizer_weights")
                for name in try group.stringsAttribute("weight_names") ?? [] where group.isDataset(name) {
                    total += try group.dataset(name).count
                }
            }
            if file.root.isGroup("optimizer/vars") {
                let group = try file.root.group("optimizer/vars")
                for name in try group.memberNames() where group.isDataset(name) {
                    total += try group.dataset(name).count
                }
            }
            return total
        } catch {
            throw KerasModelError(error)
        }
    }
}

extension ModelConfig {
    /// A configuration that tells no more than the layers' names, for the weights of a model that was made here.
    fileprivate init(named architecture: Architecture) {
        var before: String?
        var entries: [LayerEntry] = []
        for named in architecture.layers {
            var entry = LayerEntry(className: named.kind, name: named.name, options: [:], original: [:])
            entry.applications = before.map { [CallArguments(positional: [.tensor(TensorReference($0, 0))])] } ?? []
            before = named.name
            entries.append(entry)
        }
        let ends = [entries.first, entries.last].map { TensorReference($0?.name ?? "", 0) }
        self.init(isSequential: true, name: architecture.name, layers: entries, inputs: [ends[0]], outputs: [ends[1]])
    }
}
