import Networks

/// `ConvLSTM1D`, `ConvLSTM2D` and `ConvLSTM3D`.
enum ConvolutionLSTMCellKind: RecurrentCellKind {
    static let layerClasses = ["ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"]
    static let cellClass: String? = nil
    static let cellGroup = "conv_lstm_cell"

    static func cell(_ config: LayerConfig, step: [Int]) throws(KerasModelError) -> ConvolutionLSTMCell {
        let axes = config.entry.className.contains("1D") ? 1 : config.entry.className.contains("2D") ? 2 : 3
        let order = try config.order()
        guard step.count == axes + 1 else {
            throw KerasModelError(
                .shapeMismatch,
                "\(config.entry.className) takes steps with \(axes + 1) axes, gets the shape \(step)",
                at: config.location,
                remedy: "Check the model's configuration; the file may have been edited."
            )
        }
        return ConvolutionLSTMCell(
            inputs: order.channels(step),
            filters: try config.count("filters"),
            window: try config.kernelWindow(axes: axes),
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation("activation", absent: .tanh),
            gate: try config.gate(),
            dropout: try config.recurrentDropout()
        )
    }

    /// Keras keeps kernels as (…, in, 4·out), the engine as (4·out, in, …).
    static func stored(_ cell: ConvolutionLSTMCell) -> [StoredParameter] {
        let axes = cell.window.axes
        return cell.parameters.map { parameter in
            guard parameter.shape.count > 1 else { return StoredParameter(parameter.name, parameter.shape) }
            let shape = parameter.shape
            return StoredParameter(
                parameter.name,
                Array(shape.dropFirst(2)) + [shape[1], shape[0]],
                engineOrder: [axes + 1, axes] + Array(0..<axes),
                isKernel: true
            )
        }
    }

    static func written(_ cell: ConvolutionLSTMCell) -> WrittenLayer? {
        guard
            var options: [String: JSONValue] = .cell(
                hasBias: cell.hasBias,
                activation: cell.activation,
                gate: cell.gate,
                dropout: cell.dropout
            )
        else { return nil }
        options["filters"] = .integer(cell.filters)
        options.merge(.kernel(cell.window, cell.order)) { first, _ in first }
        return WrittenLayer("ConvLSTM\(cell.window.axes)D", options)
    }
}
