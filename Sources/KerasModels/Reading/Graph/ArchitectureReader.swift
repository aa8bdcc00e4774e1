import Diagnostics
import Networks

/// Builds the engine's architecture from the flat form of a configuration.
struct ArchitectureReader {
    /// Records with more values in some layer are refused (8 GiB).
    private static let largestRecord = 1 << 31

    private let file: String
    private let kerasMajor: Int
    private let inputShape: [Int]?
    private var layers: [NamedLayer] = []
    private var origins: [Int?] = []
    private var nodes: [Architecture.Node] = []
    private var carried: CarriedMasks
    private var meanings = MaskMeanings()
    private var applied: [Int: Applied] = [:]

    /// A layer that has been built, and the call it was built for.
    private struct Applied {
        let place: Int
        let arguments: CallArguments<Int>
        let masks: [Int?]
    }

    private init(file: String, kerasMajor: Int, inputShape: [Int]?) {
        self.file = file
        self.kerasMajor = kerasMajor
        self.inputShape = inputShape
        carried = CarriedMasks(kerasMajor: kerasMajor)
    }

    /// The architecture, and for each of its layers the place in the flat model; nil for one that Keras has not.
    ///
    /// - Throws: what is wrong with the configuration, naming the layer.
    static func read(
        _ path: ModelPath,
        name: String,
        kerasMajor: Int,
        inputShape: [Int]?,
        file: String
    ) throws(KerasModelError) -> (architecture: Architecture, leaves: [Int?]) {
        var reader = ArchitectureReader(file: file, kerasMajor: kerasMajor, inputShape: inputShape)
        var places: [Int] = []
        for step in path.steps {
            try reader.carried.begin(step.call, of: path, places, reader.meanings, file: file)
            places.append(try reader.apply(path.leaves[step.leaf], step, places))
        }
        let output = places.last ?? 0
        reader.dropUnused(output)
        let end = reader.nodes.count - 1
        let architecture = Architecture(name: name, layers: reader.layers, nodes: reader.nodes, output: end)
        return (architecture, reader.origins)
    }

    /// Adds an application; `places` are the nodes of the steps before.
    private mutating func apply(
        _ leaf: FlatModel.Leaf,
        _ step: FlatModel.Step,
        _ places: [Int]
    ) throws(KerasModelError) -> Int {
        let location = Location.layer(leaf.name, file: file)
        guard let kind = KerasLayerCatalog.kind(of: leaf.entry.className) else {
            throw LayerAdmission.unsupported(leaf.entry, at: location)
        }
        // Beside other arguments Keras 3 writes no mask down, and beside other tensors it looks for none.
        let (named, isWriting) = (step.arguments.named, MaskRule.writingDown.contains(leaf.entry.className))
        let isWrittenDown = isWriting && (named.isEmpty || named["mask"]?.tensors.isEmpty == false)
        let isBare = kerasMajor >= 3 && isWriting && !isWrittenDown && named.values.contains { !$0.tensors.isEmpty }
        func mask(_ node: Int) -> Int? { carried.mask(of: node, in: step.call, isWrittenDown: isWrittenDown) }
        let call = try LayerCall(
            step,
            leaf.entry,
            kind,
            nodes: places,
            mask: mask,
            takesMasks: kind.takesMasks(leaf.entry, kerasMajor: kerasMajor) && !isBare,
            meanings,
            at: location
        )
        var config = LayerConfig(
            entry: leaf.entry,
            inputs: call.nodes.map { nodes[$0].shape },
            kerasMajor: kerasMajor,
            file: file,
            arguments: call.arguments,
            masks: call.masks
        )
        config.name = leaf.name
        config.inputShape = inputShape
        config.isMasked = call.inputMasks.map { $0 != nil }
        let place: Int
        if let before = applied[step.leaf] {
            guard before.arguments == call.arguments, before.masks == call.masks else {
                throw KerasModelError(
                    .unsupportedOption,
                    "the layer is applied more than once, with other arguments each time",
                    at: location,
                    remedy: "Build the model so that a shared layer is called in the same way everywhere."
                )
            }
            place = before.place
        } else {
            place = layers.count
            layers.append(NamedLayer(name: leaf.name, kind: leaf.entry.className, layer: try kind.layer(config)))
            origins.append(step.leaf)
            applied[step.leaf] = Applied(place: place, arguments: call.arguments, masks: call.masks)
        }
        let node = try add(place, call.nodes, at: location)
        // A mask that is given was known from the start.
        let built = zip(call.nodes, call.inputMasks).map { $1 == mask($0) ? carried.built(of: $0, in: step.call) : $1 }
        try addMasks(kind, config, of: node, in: step, layers[place].layer, call, built)
        return node
    }

    /// Finds the masks that a node's output carries, adding the nodes that make them; `built` are those of its inputs
    /// when the model was built.
    private mutating func addMasks(
        _ kind: any KerasLayerKind.Type,
        _ config: LayerConfig,
        of node: Int,
        in step: FlatModel.Step,
        _ layer: any Layer,
        _ call: LayerCall,
        _ built: [Int?]
    ) throws(KerasModelError) {
        let mask = try mask(kind, config, layer, call, built)
        let running = call.inputMasks == built ? mask : try self.mask(kind, config, layer, call, call.inputMasks)
        let input = MaskRule.handsOn(layer, config.entry.className) ? call.nodes.first : nil
        carried.set(node, in: step.call, built: mask, running: running, handingOn: input)
        if case .taken = try kind.rule(layer, config) {
            carried.delete(call.nodes.dropLast(call.masks.compactMap(\.self).count))
        }
    }

    /// The node that makes the mask of a node's output, given those of its inputs.
    private mutating func mask(
        _ kind: any KerasLayerKind.Type,
        _ config: LayerConfig,
        _ layer: any Layer,
        _ call: LayerCall,
        _ inputMasks: [Int?]
    ) throws(KerasModelError) -> Int? {
        var config = config
        config.isMasked = inputMasks.map { $0 != nil }
        let (maker, inputs): (any Layer, [Int])
        switch try kind.rule(layer, config) {
        case .dropped: return nil
        case .passed, .taken: return inputMasks.first ?? nil
        case .made(let layer): (maker, inputs) = (layer, Array(call.nodes.prefix(call.positional)))
        case .merged(let layer): (maker, inputs) = (layer, inputMasks.compactMap(\.self))
        }
        guard !inputs.isEmpty else { return nil }
        layers.append(NamedLayer(name: (config.name ?? "") + " (mask)", kind: Self.maskKind, layer: maker))
        origins.append(nil)
        return try add(layers.count - 1, inputs, at: config.location)
    }

    /// The kind of the layers that make masks, which are part of other layers in Keras.
    static let maskKind = "(mask)"

    private mutating func add(_ layer: Int, _ inputs: [Int], at location: Location) throws(KerasModelError) -> Int {
        let shape = try outputShape(layers[layer].layer, inputs.map { nodes[$0].shape }, at: location)
        nodes.append(Architecture.Node(layer: layer, inputs: inputs, shape: shape))
        carried.add()
        meanings.add(layers[layer].layer, inputs, shape: shape)
        return nodes.count - 1
    }

    /// Leaves out the masks that nobody takes.
    private mutating func dropUnused(_ output: Int) {
        var isNeeded = Array(repeating: false, count: nodes.count)
        isNeeded[output] = true
        for index in nodes.indices.reversed() where isNeeded[index] {
            for input in nodes[index].inputs { isNeeded[input] = true }
        }
        guard isNeeded.contains(false) else { return }
        var newNodes: [Architecture.Node] = []
        var newLayers: [NamedLayer] = []
        var newOrigins: [Int?] = []
        var nodePlaces: [Int: Int] = [:]
        var layerPlaces: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() where isNeeded[index] {
            let place = layerPlaces[node.layer] ?? newLayers.count
            if place == newLayers.count {
                layerPlaces[node.layer] = place
                newLayers.append(layers[node.layer])
                newOrigins.append(origins[node.layer])
            }
            nodePlaces[index] = newNodes.count
            let inputs = node.inputs.compactMap { nodePlaces[$0] }
            newNodes.append(Architecture.Node(layer: place, inputs: inputs, shape: node.shape))
        }
        (nodes, layers, origins) = (newNodes, newLayers, newOrigins)
    }

    private func outputShape(
        _ layer: any Layer,
        _ shapes: [[Int]],
        at location: Location
    ) throws(KerasModelError) -> [Int] {
        let shape: [Int]
        do { shape = try layer.outputShape(shapes) } catch {
            throw KerasModelError(.shapeMismatch, error.summary, at: location, cause: error.cause, remedy: error.remedy)
        }
        var total = 1
        for length in shape {
            let (product, isOver) = total.multipliedReportingOverflow(by: max(1, length))
            guard !isOver, product <= Self.largestRecord else {
                throw .tooLarge("the layer's output has the shape \(shape) for one record", at: location)
            }
            total = product
        }
        return shape
    }
}
