import Networks

/// `LSTM` and its cell; the gates stand in the order i, f, c, o, as in the engine.
enum LSTMCellKind: RecurrentCellKind {
    static let layerClasses = ["LSTM"]
    static let cellClass: String? = "LSTMCell"
    static let cellGroup = "lstm_cell"

    static func cell(_ config: LayerConfig, step: [Int]) throws(KerasModelError) -> LSTMCell {
        LSTMCell(
            inputs: step.last ?? 0,
            units: try config.count("units"),
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation("activation", absent: .tanh),
            gate: try config.gate(),
            dropout: try config.recurrentDropout()
        )
    }

    static func stored(_ cell: LSTMCell) -> [StoredParameter] { .recurrent(cell) }

    static func written(_ cell: LSTMCell) -> WrittenLayer? {
        guard
            var options: [String: JSONValue] = .cell(
                hasBias: cell.hasBias,
                activation: cell.activation,
                gate: cell.gate,
                dropout: cell.dropout
            )
        else { return nil }
        options["units"] = .integer(cell.units)
        return WrittenLayer("LSTM", options)
    }
}
