import Diagnostics
import HDF5
import Tensors

/// The weights part of a Keras HDF5 file: `model_weights` of a whole model, or the root of a weights file, in the
/// form of Keras 2 (`layer_names`) or of Keras 3's `.weights.h5` (`layers/…/vars`, named since Keras 3.5).
struct StoredWeights {
    /// The group with one group per layer.
    let group: HDF5Group
    /// The layers in Keras's order.
    let layerNames: [String]
    /// For each layer the folder that holds its arrays.
    private let folders: [String: String]

    /// Finds the weights.
    ///
    /// - Throws: `weightsMissing` when the file names no layers, or `unreadable`.
    init(_ file: HDF5File) throws(KerasModelError) {
        var names: [String] = []
        var folders: [String: String] = [:]
        do {
            group = file.root.isGroup("model_weights") ? try file.root.group("model_weights") : file.root
            if let listed = try Self.texts(group, "layer_names") {
                names = listed
                for name in listed where group.isGroup(name) { folders[name] = name }
            } else if group.isGroup("layers") {
                for member in try group.group("layers").memberNames() where group.isGroup("layers/\(member)/vars") {
                    let folder = "layers/\(member)/vars"
                    guard let name = try group.group(folder).stringAttribute("name") else { continue }
                    names.append(name)
                    folders[name] = folder
                }
            }
        } catch {
            throw KerasModelError(error)
        }
        guard !names.isEmpty else {
            throw KerasModelError(
                .weightsMissing,
                "the file has no list of layers with weights",
                at: .hdf5(file: file.path, object: group.name),
                remedy: "Save the model or its weights from Keras (2, or 3.5 and newer): `model.save(\"model.h5\")`."
            )
        }
        layerNames = names
        self.folders = folders
    }

    /// The stored arrays of a layer in Keras's order; nil when the file does not know the layer.
    func datasets(_ layer: String) throws(KerasModelError) -> [HDF5Dataset]? {
        guard let place = folders[layer] else { return nil }
        do {
            let folder = try group.group(place)
            let names: [String]
            if let listed = try Self.texts(folder, "weight_names") {
                names = listed
            } else {
                names = try folder.memberNames().compactMap(Int.init).sorted().map(String.init)
            }
            var result: [HDF5Dataset] = []
            for name in names { result.append(try folder.dataset(name)) }
            return result
        } catch {
            throw KerasModelError(error)
        }
    }

    /// The values of a layer in the engine's layout.
    ///
    /// - Parameters:
    ///   - layer: the layer's name.
    ///   - parameters: what it needs.
    ///   - isMirrored: whether Theano wrote the file.
    /// - Throws: `weightsMissing` or `weightsMismatch` naming the layer, `unreadable`.
    func values(
        _ layer: String,
        _ parameters: [StoredParameter],
        isMirrored: Bool
    ) throws(KerasModelError) -> [TensorValues] {
        guard !parameters.isEmpty else { return [] }
        let location = Location.layer(layer, file: group.file)
        let stored = try datasets(layer) ?? []
        guard stored.count >= parameters.count else {
            throw KerasModelError(
                .weightsMissing,
                "the file holds \(stored.count) of the layer's \(parameters.count) weights "
                    + "(\(parameters.map(\.name).joined(separator: ", ")))",
                at: location,
                remedy: "Save the whole model again from Keras, or name the file that holds this layer."
            )
        }
        let wanted = parameters.map(\.shape)
        let found = stored.map(\.shape)
        guard wanted == found else {
            throw KerasModelError(
                .weightsMismatch,
                "the layer's configuration asks for weights of the shapes \(wanted), the file holds \(found)",
                at: location,
                remedy: "Use the weights that were saved with this architecture."
            )
        }
        var values: [TensorValues] = []
        for (parameter, dataset) in zip(parameters, stored) {
            guard parameter.count != nil else {
                throw .tooLarge("the layer has weights of the shape \(parameter.shape)", at: location)
            }
            let floats: [Float]
            do { floats = try dataset.readFloats() } catch { throw KerasModelError(error) }
            do { values.append(try parameter.engine(floats, isMirrored: isMirrored)) } catch {
                throw KerasModelError(error, at: location)
            }
        }
        return values
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
