import Networks

/// A group of Keras classes that become the same kind of engine layer: how one is read, stored and written.
protocol KerasLayerKind: Sendable {
    /// The engine's layer.
    associatedtype Engine: Layer

    /// The classes, as Keras names them in files.
    static var classNames: [String] { get }

    /// What the layers compute, in one sentence.
    static var summary: String { get }

    /// Makes the engine's layer from the options in a file.
    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Engine

    /// How Keras stores the layer's parameters, in the engine's order, which is Keras's.
    static func stored(_ layer: Engine) -> [StoredParameter]

    /// Class and options that make Keras build the layer; nil when this group has no class that computes it.
    static func written(_ layer: Engine, className: String) -> WrittenLayer?

    /// How many tensors one application takes, by position; one unless the kind says otherwise.
    static var tensorCounts: ClosedRange<Int> { get }

    /// The named call arguments that may hold tensors, in the order in which those follow the positional ones among the
    /// inputs; none unless the kind says otherwise.
    static var namedTensors: [String] { get }

    /// Whether the masks of its inputs follow them, last, as inputs of their own (`LayerConfig.masks` says which).
    static var takesMasks: Bool { get }

    /// Whether an entry is of a class that takes masks, in the Keras of this number.
    static func takesMasks(_ entry: LayerEntry, kerasMajor: Int) -> Bool

    /// What becomes of the inputs' masks; where none carries one, only kinds that make one have a say.
    static func maskRule(_ layer: Engine, _ config: LayerConfig) throws(KerasModelError) -> MaskRule
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
    /// Layers without parameters need not say so.
    static func stored(_ layer: Engine) -> [StoredParameter] { [] }

    /// Most layers take one tensor.
    static var tensorCounts: ClosedRange<Int> { 1...1 }

    /// Most layers take no tensor by name.
    static var namedTensors: [String] { [] }

    /// Most layers compute the same with and without a mask.
    static var takesMasks: Bool { false }

    /// All classes of a kind mostly do, in every Keras.
    static func takesMasks(_ entry: LayerEntry, kerasMajor: Int) -> Bool { takesMasks }

    /// The classes that Keras lets masks pass through, pass them; at all others they end.
    static func maskRule(_ layer: Engine, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        MaskRule.passing.contains(config.entry.className) ? .passed : .dropped
    }

    /// What becomes of the inputs' masks at a layer of this kind.
    static func rule(_ layer: any Layer, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        guard let layer = layer as? Engine, !config.entry.isOperation else { return .dropped }
        return try maskRule(layer, config)
    }

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
