import Networks

/// A group of Keras classes that become the same kind of engine layer: how one is read, stored and written.
protocol KerasLayerKind: Sendable {
    /// The engine's layer.
    associatedtype Engine: Layer

    /// The classes, as Keras names them in files.
    static var classNames: [String] { get }

    /// What the layers compute, in one sentence.
    static var summary: String { get }

    /// Whether an application takes several tensors.
    static var takesSeveral: Bool { get }

    /// Makes the engine's layer from the options in a file.
    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Engine

    /// How Keras stores the layer's parameters, in the engine's order, which is Keras's.
    static func stored(_ layer: Engine) -> [StoredParameter]

    /// Class and options that make Keras build the layer; nil when this group has no class that computes it.
    static func written(_ layer: Engine, className: String) -> WrittenLayer?
}

/// Class and options of a layer, to be written.
struct WrittenLayer {
    /// The Keras class.
    let className: String
    /// The options without name, type and trainability.
    let options: [String: JSONValue]

    init(_ className: String, _ options: [String: JSONValue] = [:]) {
        self.className = className
        self.options = options
    }
}

extension KerasLayerKind {
    /// Most layers take one tensor.
    static var takesSeveral: Bool { false }

    /// Layers without parameters need not say so.
    static func stored(_ layer: Engine) -> [StoredParameter] { [] }

    /// What `list layers` prints.
    static var descriptor: KerasLayerDescriptor {
        KerasLayerDescriptor(classNames: classNames, summary: summary, engineLayer: "\(Engine.self)")
    }

    /// The stored parameters of a layer, when it is of this kind.
    static func storedParameters(_ layer: any Layer) -> [StoredParameter]? { (layer as? Engine).map(stored) }

    /// The written form of a layer, when this kind can write it.
    static func writtenLayer(_ layer: any Layer, className: String) -> WrittenLayer? {
        (layer as? Engine).flatMap { written($0, className: className) }
    }
}
