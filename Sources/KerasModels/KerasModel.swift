import Networks

/// A model as Keras saves it: what it computes, its weights, and where it comes from.
public struct KerasModel: Sendable {
    /// What the model computes.
    public let architecture: Architecture
    /// Its weights in the engine's layout.
    public let weights: Weights
    /// The kind of file it was read from, such as `Keras HDF5`; empty for a model that was made here.
    public let format: String
    /// The Keras that wrote the file; nil when the file does not say.
    public let kerasVersion: String?
    /// The backend of that Keras; nil when the file does not say.
    public let backend: String?
    /// The file; empty for a model that was made here.
    public let path: String
    /// How it was trained; nil where the file does not say, or says what there is no recipe for.
    public let training: TrainingConfiguration?
    /// Where the layers stand in the file, so that they can be written back; nil for a model that was made here.
    let origin: ModelOrigin?

    /// A model made here.
    ///
    /// - Parameters:
    ///   - architecture: layers whose `kind` is a Keras class keep it when written.
    ///   - weights: in the architecture's order.
    public init(_ architecture: Architecture, weights: Weights) {
        self.init(
            architecture,
            weights: weights,
            format: "",
            kerasVersion: nil,
            backend: nil,
            path: "",
            origin: nil
        )
    }

    init(
        _ architecture: Architecture,
        weights: Weights,
        format: String,
        kerasVersion: String?,
        backend: String?,
        path: String,
        origin: ModelOrigin?,
        training: TrainingConfiguration? = nil
    ) {
        self.architecture = architecture
        self.weights = weights
        self.format = format
        self.kerasVersion = kerasVersion
        self.backend = backend
        self.path = path
        self.origin = origin
        self.training = training
    }

    /// A layer as its file describes it; nil for one made here.
    func entry(_ layer: Int) -> LayerEntry? {
        origin.flatMap { $0.layers.indices.contains(layer) ? $0.layers[layer]?.entry : nil }
    }

    /// The model's name.
    public var name: String { architecture.name }

    /// Shape of one input record.
    public var inputShape: [Int] { architecture.inputShape }

    /// The same model with other weights, such as hardened ones.
    public func replacing(_ weights: Weights) -> KerasModel { replacing(architecture, weights: weights) }

    /// The same model with some of its layers replaced, or with layers added behind the others; models inside stay where
    /// none was added.
    ///
    /// - Parameters:
    ///   - architecture: this model's, with the layers it has in their places.
    ///   - weights: in that architecture's order.
    public func replacing(_ architecture: Architecture, weights: Weights) -> KerasModel {
        KerasModel(
            architecture,
            weights: weights,
            format: format,
            kerasVersion: kerasVersion,
            backend: backend,
            path: path,
            origin: origin,
            training: training
        )
    }

    /// The transferred layers as a model of their own (g_s).
    ///
    /// - Parameter cut: the node it ends with, as `Architecture.cut(after:)` finds it.
    public func shallowPart(upTo cut: Int) -> KerasModel {
        let (part, layerMap) = architecture.shallowPart(upTo: cut)
        return KerasModel(
            part,
            weights: weights.picking(layerMap),
            format: format,
            kerasVersion: kerasVersion,
            backend: backend,
            path: path,
            origin: origin?.picking(layerMap)
        )
    }
}
