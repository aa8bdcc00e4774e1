import Diagnostics
import HDF5
import Tensors

/// The weights part of a model file, in either of Keras's two arrangements.
struct StoredWeights {
    /// How the arrays are arranged.
    private enum Arrangement {
        /// By `layer_names` and `weight_names` (Keras 1 and 2).
        case named(NamedWeights)
        /// By class and number (`layers/conv2d_1/vars`; Keras 3, and TensorFlow's from 2.12 on).
        case numbered(NumberedWeights)
    }

    private let arrangement: Arrangement
    private let file: String
    private let kerasMajor: Int
    /// Whether convolution kernels run backwards, as Theano keeps them.
    private let isMirrored: Bool

    /// Finds the weights of a file.
    ///
    /// - Parameters:
    ///   - file: the open file.
    ///   - kerasVersion: who wrote it; files that do not say are from Keras 1.
    ///   - backend: the backend of that Keras.
    /// - Throws: `weightsMissing` when the file has no list of layers, or `unreadable`.
    init(_ file: HDF5File, kerasVersion: String?, backend: String?) throws(KerasModelError) {
        self.file = file.path
        if let numbered = NumberedWeights(file) {
            arrangement = .numbered(numbered)
            kerasMajor = 3
            isMirrored = false
            return
        }
        let named = try NamedWeights(file)
        arrangement = .named(named)
        kerasMajor = KerasVersion.major(kerasVersion) ?? 1
        isMirrored = kerasMajor < 2 ? try named.isOfTheano() : backend == "theano"
    }

    /// The values of layers in the engine's layout.
    ///
    /// - Parameters:
    ///   - wanted: the layers in the configuration's order.
    ///   - config: the configuration they belong to.
    /// - Throws: `weightsMissing` or `weightsMismatch` naming the layer, `unreadable`.
    func values(_ wanted: [WantedWeights], _ config: ModelConfig) throws(KerasModelError) -> [[TensorValues]] {
        var result: [[TensorValues]] = []
        for (layer, found) in zip(wanted, try arrays(wanted, config)) { result.append(try values(layer, found)) }
        return result
    }

    /// The arrays of layers in the form of Keras 2 and 3; empty where the file does not have the layer.
    ///
    /// - Throws: `unreadable`.
    func arrays(_ wanted: [WantedWeights], _ config: ModelConfig) throws(KerasModelError) -> [[StoredArray]] {
        let found: [[StoredArray]]
        switch arrangement {
        case .named(let named): found = try named.arrays(wanted, config, kerasMajor: kerasMajor)
        case .numbered(let numbered): found = try numbered.arrays(wanted, config)
        }
        guard kerasMajor < 2 else {
            return zip(wanted, found).map { layer, arrays in CuDNNWeights.translate(arrays, layer.parameters) }
        }
        return zip(wanted, found).map { layer, arrays in
            KerasOneWeights.translate(arrays, layer.leaf.entry.className, layer.leaf.entry.options)
        }
    }

    /// Every array of the file with the layer it is kept for, as the file calls that.
    func all() throws(KerasModelError) -> [(layer: String, dataset: HDF5Dataset)] {
        switch arrangement {
        case .named(let named): try named.all()
        case .numbered(let numbered): try numbered.all()
        }
    }

    /// The values of one parameter in the engine's layout.
    func values(
        _ parameter: StoredParameter,
        _ array: StoredArray,
        at location: Location
    ) throws(KerasModelError) -> TensorValues {
        guard let count = parameter.count else {
            throw .tooLarge("the layer has weights of the shape \(parameter.shape)", at: location)
        }
        let floats = try array.floats()
        guard floats.count == count else {
            throw .malformed("the stored arrays do not fit together", at: location)
        }
        do { return try parameter.engine(floats, isMirrored: isMirrored) } catch {
            throw KerasModelError(error, at: location)
        }
    }

    /// The values of one layer.
    private func values(_ layer: WantedWeights, _ arrays: [StoredArray]) throws(KerasModelError) -> [TensorValues] {
        let location = Location.layer(layer.leaf.name, file: file)
        guard arrays.count >= layer.parameters.count else {
            throw KerasModelError(
                .weightsMissing,
                "the file holds \(arrays.count) of the layer's \(layer.parameters.count) weights "
                    + "(\(layer.parameters.map(\.name).joined(separator: ", ")))",
                at: location,
                remedy: "Save the whole model again from Keras, or name the file that holds this layer."
            )
        }
        let wanted = layer.parameters.map(\.shape)
        let shapes = arrays.map(\.shape)
        guard wanted == shapes else {
            throw KerasModelError(
                .weightsMismatch,
                "the layer's configuration asks for weights of the shapes \(wanted), the file holds \(shapes)",
                at: location,
                remedy: "Use the weights that were saved with this architecture."
            )
        }
        var values: [TensorValues] = []
        for (parameter, array) in zip(layer.parameters, arrays) {
            values.append(try self.values(parameter, array, at: location))
        }
        return values
    }
}
