import Diagnostics
import HDF5

/// Weights in a group per outer layer, listed by `layer_names` and `weight_names` (Keras 1 and 2, and Keras 3's `.h5`).
struct NamedWeights {
    /// The group with one group per layer.
    let group: HDF5Group
    /// The layers in Keras's order.
    let layerNames: [String]

    /// Finds the weights: in `model_weights` of a whole model, at the root of a weights file.
    ///
    /// - Throws: `weightsMissing` when the file names no layers, or `unreadable`.
    init(_ file: HDF5File) throws(KerasModelError) {
        do {
            group = file.root.isGroup("model_weights") ? try file.root.group("model_weights") : file.root
            layerNames = try Self.texts(group, "layer_names") ?? []
        } catch {
            throw KerasModelError(error)
        }
        guard !layerNames.isEmpty else {
            throw KerasModelError(
                .weightsMissing,
                "the file has no list of layers with weights",
                at: .hdf5(file: file.path, object: group.name),
                remedy: "Save the model or its weights from Keras: `model.save(\"model.h5\")`."
            )
        }
    }

    /// Whether Theano wrote a file of Keras 1: TensorFlow's names end in `:0`.
    func isOfTheano() throws(KerasModelError) -> Bool {
        for name in layerNames {
            if let weight = try weights(name)?.first { return !weight.name.hasSuffix(":0") }
        }
        return false
    }

    /// The arrays of layers, each in Keras's order; empty where the file does not have the layer.
    ///
    /// - Throws: `weightsMissing`, `unreadable`.
    func arrays(
        _ wanted: [WantedWeights],
        _ config: ModelConfig,
        kerasMajor: Int
    ) throws(KerasModelError) -> [[StoredArray]] {
        let owners = try owners(wanted, config)
        var result: [[StoredArray]] = Array(repeating: [], count: wanted.count)
        for (owner, layers) in owners.groups {
            guard let stored = try weights(owner) else { continue }
            let group = WeightsGroup(layers: layers.map { wanted[$0] }, config: config, kerasMajor: kerasMajor)
            for (layer, found) in zip(layers, group.share(stored)) {
                var arrays: [StoredArray] = []
                for place in found { arrays.append(.dataset(try dataset(stored[place]))) }
                result[layer] = arrays
            }
        }
        return result
    }

    /// For each group the layers in it, as places in `wanted`.
    private struct Owners {
        var groups: [(name: String, layers: [Int])] = []
    }

    /// Finds the group of each outer layer: by name where all are found, else by order, as Keras itself does.
    private func owners(_ wanted: [WantedWeights], _ config: ModelConfig) throws(KerasModelError) -> Owners {
        var outer: [(place: Int, layers: [Int])] = []
        for (index, layer) in wanted.enumerated() where !layer.parameters.isEmpty {
            let place = layer.leaf.place.first ?? 0
            if outer.last?.place == place {
                outer[outer.count - 1].layers.append(index)
            } else {
                outer.append((place, [index]))
            }
        }
        let listed = Set(layerNames)
        var owners = Owners()
        var isFound = true
        for (place, layers) in outer {
            let name = config.layers[place].name
            if listed.contains(name) {
                owners.groups.append((name, layers))
            } else {
                // Keras 1 keeps the layers of a Sequential model that starts another one under their own names.
                let own = layers.map { wanted[$0].leaf.entry.name }
                isFound = isFound && own.allSatisfy(listed.contains)
                owners.groups += zip(own, layers).map { ($0, [$1]) }
            }
        }
        if isFound { return owners }
        var groups: [String] = []
        for name in layerNames where try weights(name)?.isEmpty == false { groups.append(name) }
        guard groups.count == outer.count else { return owners }
        owners.groups = zip(groups, outer).map { ($0, $1.layers) }
        return owners
    }

    /// One array: the group it is listed in, and its name there.
    struct Weight {
        let folder: HDF5Group
        let name: String
    }

    /// The arrays of a group in Keras's order; nil when the file does not have it.
    func weights(_ layer: String) throws(KerasModelError) -> [Weight]? {
        guard group.isGroup(layer) else { return nil }
        do {
            let folder = try group.group(layer)
            return try (Self.texts(folder, "weight_names") ?? []).map { Weight(folder: folder, name: $0) }
        } catch {
            throw KerasModelError(error)
        }
    }

    /// An array.
    func dataset(_ weight: Weight) throws(KerasModelError) -> HDF5Dataset {
        do { return try weight.folder.dataset(weight.name) } catch { throw KerasModelError(error) }
    }

    /// Every array with the layer whose group it is in.
    func all() throws(KerasModelError) -> [(layer: String, dataset: HDF5Dataset)] {
        var result: [(layer: String, dataset: HDF5Dataset)] = []
        for layer in layerNames {
            for weight in try weights(layer) ?? [] { result.append((layer, try dataset(weight))) }
        }
        return result
    }

    /// A list of texts, which Keras cuts into `name0`, `name1`, … when it is long.
    private static func texts(_ object: HDF5Object, _ name: String) throws(HDF5Error) -> [String]? {
        if let all = try object.stringsAttribute(name) { return all }
        var chunk = 0
        var all: [String] = []
        while let part = try object.stringsAttribute("\(name)\(chunk)") {
            all += part
            chunk += 1
        }
        return chunk == 0 ? nil : all
    }
}
