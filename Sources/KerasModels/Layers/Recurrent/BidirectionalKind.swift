import Networks

/// A recurrent layer and its mirror image.
enum BidirectionalKind: KerasLayerKind {
    static let classNames = ["Bidirectional"]
    static let summary = "Two recurrent layers over the same sequence, one in each direction."
    static let tensorCounts = 1...ModelConfig.mostLayers
    static let namedTensors = ["initial_state"]
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Bidirectional {
        var forwards = try direction(config.value("layer"), config)
        var backwards =
            try config.value("backward_layer").map { (other) throws(KerasModelError) in
                try direction(other, config)
            } ?? directed(forwards, goesBackwards: !forwards.goesBackwards)
        let cells = forwards.cells + backwards.cells
        let states = cells.reduce(0) { $0 + $1.stateCount }
        if try RecurrentKind.takesStates(config, states, cells: cells.count - 1) {
            forwards = directed(forwards, goesBackwards: forwards.goesBackwards, takesStates: true)
            backwards = directed(backwards, goesBackwards: backwards.goesBackwards, takesStates: true)
        }
        guard forwards.returnsSequences == backwards.returnsSequences,
            forwards.goesBackwards != backwards.goesBackwards
        else { throw config.malformed("backward_layer", "a layer in the other direction with the same outputs") }
        guard config.entry.options["merge_mode"] != .null else {
            throw config.unsupported(
                "merge_mode",
                "None",
                remedy: "Use a merge_mode that makes the two outputs one, such as 'concat'."
            )
        }
        return Bidirectional(
            forwards: forwards,
            backwards: backwards,
            merging: try config.choice("merge_mode", .concatenate)
        )
    }

    private static func direction(_ value: JSONValue?, _ config: LayerConfig) throws(KerasModelError) -> Recurrent {
        let inner = try config.inner(value, inputs: [config.shape])
        guard RecurrentKind.classNames.contains(inner.entry.className) else {
            throw config.unsupported(
                "layer",
                inner.entry.className,
                remedy: "Wrap one of Keras's own recurrent layers, such as LSTM."
            )
        }
        let layer = try RecurrentKind.layer(inner)
        return directed(layer, goesBackwards: layer.goesBackwards)
    }

    /// Keras lets both directions answer 0 at masked steps, so that they can be put side by side.
    private static func directed(
        _ layer: Recurrent,
        goesBackwards: Bool,
        takesStates: Bool = false
    ) -> Recurrent {
        Recurrent(
            layer.cells,
            returnsSequences: layer.returnsSequences,
            goesBackwards: goesBackwards,
            zeroesMasked: layer.returnsSequences,
            takesStates: takesStates
        )
    }

    static func stored(_ layer: Bidirectional) -> [StoredParameter] {
        RecurrentKind.stored(layer.forwards).map { $0.inside("forward_layer") }
            + RecurrentKind.stored(layer.backwards).map { $0.inside("backward_layer") }
    }

    static func written(_ layer: Bidirectional, className: String) -> WrittenLayer? {
        func entry(_ direction: Recurrent, _ name: String) -> JSONValue? {
            guard let written = RecurrentKind.written(direction, className: "") else { return nil }
            let options = written.options.merging(["name": .string(name)]) { $1 }
            return .object(["class_name": .string(written.className), "config": .object(options)])
        }
        guard let forwards = entry(layer.forwards, "forward_layer"),
            let backwards = entry(layer.backwards, "backward_layer")
        else { return nil }
        return WrittenLayer(
            "Bidirectional",
            [
                "merge_mode": .string(layer.merging.rawValue), "layer": forwards, "backward_layer": backwards,
            ]
        )
    }

    static func maskRule(_ layer: Bidirectional, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        layer.forwards.returnsSequences ? .passed : .dropped
    }
}
