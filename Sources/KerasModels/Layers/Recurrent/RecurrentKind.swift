import Networks

/// Recurrent layers, and `RNN` around one cell or several.
enum RecurrentKind: KerasLayerKind {
    static let classNames = RecurrentCells.kinds.flatMap { $0.layerClasses } + ["RNN"]
    static let summary = "A cell run over the steps of a sequence; masked steps keep the state."
    static let tensorCounts = 1...ModelConfig.mostLayers
    static let namedTensors = ["initial_state"]
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Recurrent {
        guard try !config.bool("time_major", false) else {
            throw config.unsupported("time_major", "true", remedy: "Build the layer with time_major=False.")
        }
        guard config.shape.count >= 2 else {
            throw KerasModelError(
                .shapeMismatch,
                "\(config.entry.className) takes sequences (steps, values), gets the shape \(config.shape)",
                at: config.location,
                remedy: "Check the model's configuration; the file may have been edited."
            )
        }
        let cells = try cells(config)
        return Recurrent(
            cells,
            returnsSequences: try config.bool("return_sequences", false),
            goesBackwards: try config.bool("go_backwards", false),
            zeroesMasked: try config.bool("zero_output_for_mask", false),
            takesStates: try takesStates(config, cells.reduce(0) { $0 + $1.stateCount }, cells: cells.count)
        )
    }

    /// Whether the call gives the first states, which are `count` tensors behind the sequence.
    static func takesStates(_ config: LayerConfig, _ count: Int, cells: Int) throws(KerasModelError) -> Bool {
        let given = config.inputs.count - 1 - config.masks.compactMap(\.self).count
        guard given != 0 else { return false }
        guard given == count, cells == 1, config.masks.dropFirst().allSatisfy({ $0 == nil }) else {
            throw config.unsupported(
                "initial_state",
                "\(given) tensors",
                remedy: "Build the model so that the layer starts from zeros, and save it again."
            )
        }
        return true
    }

    private static func cells(_ config: LayerConfig) throws(KerasModelError) -> [any RecurrentCell] {
        let step = Array(config.shape.dropFirst())
        if let kind = RecurrentCells.kinds.first(where: { $0.layerClasses.contains(config.entry.className) }) {
            return [try kind.cell(config, step: step)]
        }
        var result: [any RecurrentCell] = []
        try collect(config.value("cell"), config, into: &result, depth: 0)
        return result
    }

    /// The cells of a description, those of `StackedRNNCells` one after the other.
    private static func collect(
        _ value: JSONValue?,
        _ config: LayerConfig,
        into cells: inout [any RecurrentCell],
        depth: Int
    ) throws(KerasModelError) {
        guard let className = value?["class_name"]?.string, let value else {
            throw config.malformed("cell", "the description of a cell")
        }
        if className == "StackedRNNCells" {
            guard let inner = value["config"]?["cells"]?.array, !inner.isEmpty, depth < 8 else {
                throw config.malformed("cells", "a list of cells")
            }
            for cell in inner { try collect(cell, config, into: &cells, depth: depth + 1) }
            return
        }
        var step = Array(config.shape.dropFirst())
        do { for cell in cells { step = try cell.outputShape(step) } } catch {
            throw KerasModelError(.shapeMismatch, error.summary, at: config.location, remedy: error.remedy)
        }
        guard let kind = RecurrentCells.kinds.first(where: { $0.cellClass == className }),
            value["registered_name"]?.string?.contains(">") != true
        else {
            throw KerasModelError(
                .customObject,
                "the layer runs a cell of the class '\(className)', which is not Keras's own; its code is not in the file",
                at: config.location,
                remedy: "Use Keras's own cells (SimpleRNNCell, LSTMCell, GRUCell, StackedRNNCells)."
            )
        }
        let context = ConfigContext(file: config.file, object: nil, kerasMajor: config.kerasMajor)
        var inner = LayerConfig(
            entry: try LayerEntryReader.entry(value, names: [], context),
            inputs: [step],
            kerasMajor: config.kerasMajor,
            file: config.file
        )
        inner.name = config.name ?? config.entry.name
        cells.append(try kind.cell(inner, step: step))
    }

    static func stored(_ layer: Recurrent) -> [StoredParameter] {
        guard layer.cells.count > 1 else {
            return layer.cells.flatMap { RecurrentCells.stored($0) }.map { $0.inside("cell") }
        }
        // Keras 3 numbers cells of one class among several.
        var counts: [String: Int] = [:]
        return layer.cells.flatMap { cell in
            let name = RecurrentCells.kinds.first { $0.storedParameters(cell) != nil }?.cellGroup ?? "cell"
            let number = counts[name, default: 0]
            counts[name] = number + 1
            let group = number == 0 ? name : "\(name)_\(number)"
            return RecurrentCells.stored(cell).map { $0.inside(group).inside("cells").inside("cell") }
        }
    }

    static func written(_ layer: Recurrent, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = [
            "return_sequences": .bool(layer.returnsSequences), "go_backwards": .bool(layer.goesBackwards),
        ]
        if layer.zeroesMasked { options["zero_output_for_mask"] = .bool(true) }
        let cells = layer.cells.compactMap { RecurrentCells.written($0) }
        guard cells.count == layer.cells.count, let first = cells.first else { return nil }
        if cells.count == 1 {
            // A file of weights is for whoever built the layer: `RNN` and `LSTM` are numbered apart.
            guard className == "RNN", let name = first.kind.cellClass else {
                return WrittenLayer(first.written.className, options.merging(first.written.options) { $1 })
            }
            options["cell"] = .object(["class_name": .string(name), "config": .object(first.written.options)])
            return WrittenLayer("RNN", options)
        }
        var inner: [JSONValue] = []
        for cell in cells {
            guard let name = cell.kind.cellClass else { return nil }
            inner.append(.object(["class_name": .string(name), "config": .object(cell.written.options)]))
        }
        options["cell"] = .object([
            "class_name": .string("StackedRNNCells"), "config": .object(["cells": .array(inner)]),
        ])
        return WrittenLayer("RNN", options)
    }

    static func maskRule(_ layer: Recurrent, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        layer.returnsSequences ? .passed : .dropped
    }
}
