import Networks

/// Writes the configuration of a Functional model in the form Keras 2 introduced and Keras 3 still reads.
enum ModelConfigWriter {
    /// The configuration of an architecture.
    static func config(_ architecture: Architecture, _ plans: [LayerPlan]) -> JSONValue {
        var counts = Array(repeating: 0, count: architecture.layers.count)
        var references: [JSONValue] = []
        var applications: [[JSONValue]] = Array(repeating: [], count: architecture.layers.count)
        for node in architecture.nodes {
            references.append(
                .array([.string(plans[node.layer].name), .integer(counts[node.layer]), .integer(0)])
            )
            counts[node.layer] += 1
            guard !node.inputs.isEmpty else { continue }
            let taken = node.inputs.map { JSONValue.array((references[$0].array ?? []) + [.object([:])]) }
            applications[node.layer].append(.array(taken))
        }
        let layers = zip(plans, applications).map { plan, nodes in
            JSONValue.object(plan.entry.merging(["inbound_nodes": .array(nodes)]) { $1 })
        }
        let config: [String: JSONValue] = [
            "name": .string(architecture.name), "layers": .array(layers),
            "input_layers": .array([references[0]]), "output_layers": .array([references[architecture.output]]),
        ]
        return .object(["class_name": .string("Functional"), "config": .object(config)])
    }
}
