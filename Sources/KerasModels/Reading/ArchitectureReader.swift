import Diagnostics
import Networks

/// Builds the engine's architecture from a configuration.
enum ArchitectureReader {
    /// Records with more values in some layer are refused (8 GiB).
    private static let largestRecord = 1 << 31

    /// The architecture and the configuration entry of each of its layers.
    ///
    /// - Throws: what is wrong with the configuration, naming the layer.
    static func read(
        _ config: ModelConfig,
        kerasMajor: Int,
        file: String
    ) throws(KerasModelError) -> (architecture: Architecture, entries: [LayerEntry]) {
        try LayerAdmission.check(config.layers, file: file)
        let graph = try LayerGraph(config, file: file)
        var layers: [NamedLayer] = []
        var entries: [LayerEntry] = []
        var nodes: [Architecture.Node] = []
        var places: [Int: Int] = [:]
        for step in graph.steps {
            let entry = config.layers[step.layer]
            let location = Location.layer(entry.name, file: file)
            let shapes = step.inputs.map { nodes[$0].shape }
            guard
                KerasLayerCatalog.kind(of: entry.className)?.takesSeveral == true || shapes.count == min(1, nodes.count)
            else {
                throw .malformed("\(entry.className) takes one tensor, gets \(shapes.count)", at: location)
            }
            if places[step.layer] == nil {
                let inputs = LayerConfig(entry: entry, inputs: shapes, kerasMajor: kerasMajor, file: file)
                guard let kind = KerasLayerCatalog.kind(of: entry.className) else { continue }
                places[step.layer] = layers.count
                layers.append(NamedLayer(name: entry.name, kind: entry.className, layer: try kind.layer(inputs)))
                entries.append(entry)
            }
            let place = places[step.layer] ?? 0
            let shape = try outputShape(layers[place].layer, shapes, at: location)
            nodes.append(Architecture.Node(layer: place, inputs: step.inputs, shape: shape))
        }
        let architecture = Architecture(name: config.name, layers: layers, nodes: nodes, output: nodes.count - 1)
        return (architecture, entries)
    }

    private static func outputShape(
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
            guard !isOver, product <= largestRecord else {
                throw .tooLarge("the layer's output has the shape \(shape) for one record", at: location)
            }
            total = product
        }
        return shape
    }
}
