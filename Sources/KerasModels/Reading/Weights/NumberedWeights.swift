import Diagnostics
import HDF5

/// Weights in groups that are numbered by class: `layers/conv2d/vars/0`, `layers/conv2d_1/vars/0`, and for a model inside
/// `layers/functional/layers/…` (`keras/src/saving/saving_lib.py`).
struct NumberedWeights {
    private let root: HDF5Group
    private let file: String

    /// What the group of layers is called; the second in TensorFlow 2.12 and 2.13.
    private static let containers = ["layers", "_layer_checkpoint_dependencies"]

    /// Finds the weights; nil when they are not arranged this way.
    init?(_ file: HDF5File) {
        guard Self.containers.contains(where: { file.root.isGroup($0) }) else { return nil }
        root = file.root
        self.file = file.path
    }

    /// The arrays of layers, each in Keras's order; empty where the file does not have the layer.
    ///
    /// - Throws: `unreadable`.
    func arrays(_ wanted: [WantedWeights], _ config: ModelConfig) throws(KerasModelError) -> [[StoredArray]] {
        var folders: [[Int]: ModelFolder] = [:]
        var result: [[StoredArray]] = []
        for layer in wanted {
            let place = layer.leaf.place
            var model = config
            var group: HDF5Group? = root
            for depth in place.indices {
                let path = Array(place[..<depth])
                if folders[path] == nil, let group { folders[path] = try open(group, model) }
                group = try folders[path]?.group(place[depth])
                if depth < place.count - 1, let inner = model.layers[place[depth]].model { model = inner }
            }
            result.append(try group.map { (group) throws(KerasModelError) in try arrays(layer, group) } ?? [])
        }
        return result
    }

    /// The layers' groups of a model that is kept in `group`.
    private func open(_ group: HDF5Group, _ config: ModelConfig) throws(KerasModelError) -> ModelFolder? {
        for container in Self.containers where group.isGroup(container) {
            do { return try ModelFolder(group.group(container), config) } catch { throw KerasModelError(error) }
        }
        return nil
    }

    /// The arrays of one layer; those of its parts lie in groups of their own.
    private func arrays(_ layer: WantedWeights, _ group: HDF5Group) throws(KerasModelError) -> [StoredArray] {
        var counts: [[String]: Int] = [:]
        var result: [StoredArray] = []
        do {
            for parameter in layer.parameters {
                let number = counts[parameter.path, default: 0]
                counts[parameter.path] = number + 1
                for copy in parameter.copies { counts[copy, default: 0] += 1 }
                let place = Self.folder(parameter.path, group) + "/\(number)"
                guard group.isDataset(place) else { return result }
                result.append(.dataset(try group.dataset(place)))
            }
            for (path, count) in counts {
                let further = Self.folder(path, group) + "/\(count)"
                // One array too many makes the shapes differ, which names the layer.
                if group.isDataset(further) { result.append(.dataset(try group.dataset(further))) }
            }
        } catch { throw KerasModelError(error) }
        return result
    }

    /// The group of a part's arrays; TensorFlow's Keras keeps some parts under private names.
    private static func folder(_ path: [String], _ group: HDF5Group) -> String {
        var place = ""
        for part in path { place += (group.isGroup(place + part) ? part : "_" + part) + "/" }
        return place + "vars"
    }

    /// Groups inside groups deeper than this are not looked into; no model nests so.
    private static let deepest = 64
    /// Nor does any have as many groups and arrays; links can make a few of them look like countless ones.
    private static let most = 500_000

    /// Every array with the layer it is kept for: the name that is noted beside it, or its group.
    func all() throws(KerasModelError) -> [(layer: String, dataset: HDF5Dataset)] {
        var result: [(layer: String, dataset: HDF5Dataset)] = []
        var open: [Place] = [Place(group: root, layer: "", depth: 0)]
        while let place = open.popLast() {
            guard place.depth < Self.deepest, result.count + open.count < Self.most else {
                throw .tooLarge("the file has too many groups", at: .file(file))
            }
            do { try visit(place, &open, &result) } catch { throw KerasModelError(error) }
        }
        return result
    }

    /// A group on the way, and the layer it belongs to.
    private struct Place {
        let group: HDF5Group
        let layer: String
        let depth: Int
    }

    private func visit(
        _ place: Place,
        _ open: inout [Place],
        _ result: inout [(layer: String, dataset: HDF5Dataset)]
    ) throws(HDF5Error) {
        for name in try place.group.memberNames() where place.depth > 0 || Self.containers.contains(name) {
            if place.group.isDataset(name) {
                let layer = try place.group.stringAttribute("name") ?? place.layer
                result.append((layer, try place.group.dataset(name)))
            } else if place.group.isGroup(name) {
                let isLayer = name != "vars" && !Self.containers.contains(name)
                let group = try place.group.group(name)
                open.append(Place(group: group, layer: isLayer ? name : place.layer, depth: place.depth + 1))
            }
        }
    }
}
