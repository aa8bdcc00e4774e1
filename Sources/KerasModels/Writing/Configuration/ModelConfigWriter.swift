/// Writes configurations in the form of Keras 2, which Keras 3 reads too.
struct ModelConfigWriter {
    /// Who is to read it, where the two count differently.
    let generation: KerasGeneration
    /// Whether the only end of an inner model is written without a list around it: to Keras 3's `from_json` a list is a
    /// list of tensors, which a Sequential model around it cannot pass on.
    let hasBareEnds: Bool

    /// The configuration of a whole model, as `model_config` and `to_json` have it.
    func root(_ model: WrittenModel) throws(KerasModelError) -> JSONValue {
        .object([
            "class_name": .string("Functional"), "config": try config(model, isInner: false),
            // Keras 3 finds no class without its module, Keras 2 ignores it.
            "module": .string("keras.src.models.functional"), "registered_name": .string("Functional"),
            "keras_version": .string(generation.version), "backend": .string("tensorflow"),
        ])
    }

    private func config(_ model: WrittenModel, isInner: Bool) throws(KerasModelError) -> JSONValue {
        var shapes: [String: WrittenModel.Member] = [:]
        for member in model.members { shapes[member.name] = member }
        let calls = CallWriter(generation: generation, members: shapes)
        var layers: [JSONValue] = []
        for member in model.members {
            var entry = try self.entry(member)
            if !model.isSequential {
                entry["name"] = .string(member.name)
                var nodes: [JSONValue] = []
                for call in member.calls { nodes.append(try calls.node(call, of: member)) }
                // See `CallWriter.number`.
                if case .model = member.content, nodes.count == 1 { nodes.append(nodes[0]) }
                entry["inbound_nodes"] = .array(nodes)
            }
            layers.append(.object(entry))
        }
        var config: [String: JSONValue] = ["name": .string(model.name), "layers": .array(layers)]
        if !model.isSequential {
            config["input_layers"] = ends(model.inputs.map { calls.reference($0, isOutput: true) }, isInner)
            config["output_layers"] = ends(model.outputs.map { calls.reference($0, isOutput: true) }, isInner)
        }
        return .object(config)
    }

    private func ends(_ references: [JSONValue], _ isInner: Bool) -> JSONValue {
        hasBareEnds && isInner && references.count == 1 ? references[0] : .array(references)
    }

    /// A model inside.
    private func inner(_ model: WrittenModel, name: String) throws(KerasModelError) -> [String: JSONValue] {
        var config = try self.config(model, isInner: true).object ?? [:]
        config["name"] = .string(name)
        return ["class_name": .string(model.isSequential ? "Sequential" : "Functional"), "config": .object(config)]
    }

    private func entry(_ member: WrittenModel.Member) throws(KerasModelError) -> [String: JSONValue] {
        switch member.content {
        case .model(let model): return try inner(model, name: member.name)
        case .layer(let plan):
            var options = plan.options.merging(["name": .string(member.name)]) { $1 }
            if let wrapped = plan.wrapped {
                // Keras 3's wrapper asks for the shape of its model's output, which it takes from a list.
                let writer = ModelConfigWriter(generation: generation, hasBareEnds: generation == .three)
                var layer = try writer.inner(wrapped, name: wrapped.name)
                let module = wrapped.isSequential ? "sequential" : "functional"
                layer["module"] = .string("keras.src.models.\(module)")
                layer["registered_name"] = layer["class_name"]
                options["layer"] = .object(layer)
            }
            var entry: [String: JSONValue] = ["class_name": .string(plan.className), "config": .object(options)]
            if let module = plan.module {
                entry["module"] = .string(module)
                entry["registered_name"] = .null
            }
            return entry
        }
    }
}
