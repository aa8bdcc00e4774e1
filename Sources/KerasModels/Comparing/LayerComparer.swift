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
        let file: HDF5File
        let backend: String?
        do {
            file = try HDF5File.open(path)
            backend = try KerasModel.stated("backend", file)
        } catch {
            throw KerasModelError(error)
        }
        let stored = try StoredWeights(file)
        let transferred = Set(source.architecture.layers(upTo: cut))
        var result: [LayerDifference] = []
        var names: Set<String> = []
        for (index, named) in source.architecture.layers.enumerated() where transferred.contains(index) {
            let parameters = KerasLayerCatalog.kind(of: named.kind)?.storedParameters(named.layer) ?? []
            names.insert(named.name)
            guard !parameters.isEmpty else { continue }
            let found = try stored.datasets(named.name) ?? []
            result.append(
                try difference(
                    named,
                    source.weights.layers[index],
                    parameters,
                    found,
                    isMirrored: backend == "theano"
                )
            )
        }
        for name in stored.layerNames where !names.contains(name) {
            let found = try stored.datasets(name) ?? []
            guard !found.isEmpty else { continue }
            let count = found.reduce(0) { $0 + $1.count }
            result.append(LayerDifference(layer: name, result: .beyondCut, parameters: count))
        }
        let slots = try optimizerValues(file)
        if slots > 0 {
            result.append(LayerDifference(layer: "optimizer_weights", result: .beyondCut, parameters: slots))
        }
        return result
    }

    private static func difference(
        _ named: NamedLayer,
        _ source: [TensorValues],
        _ parameters: [StoredParameter],
        _ found: [HDF5Dataset],
        isMirrored: Bool
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
        for (index, dataset) in found.enumerated() {
            let floats: [Float]
            do { floats = try dataset.readFloats() } catch { throw KerasModelError(error) }
            let values: TensorValues
            do { values = try parameters[index].engine(floats, isMirrored: isMirrored) } catch {
                throw KerasModelError(error, at: .layer(name, file: dataset.file))
            }
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
