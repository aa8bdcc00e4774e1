import Networks

/// `GRU` and its cell; the gates stand in the order z, r, h, as in the engine.
enum GRUCellKind: RecurrentCellKind {
    static let layerClasses = ["GRU"]
    static let cellClass: String? = "GRUCell"
    static let cellGroup = "gru_cell"

    /// Files older than `reset_after` (Keras 2.1) do not name it and mean false.
    static func cell(_ config: LayerConfig, step: [Int]) throws(KerasModelError) -> GRUCell {
        GRUCell(
            inputs: step.last ?? 0,
            units: try config.count("units"),
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation("activation", absent: .tanh),
            gate: try config.gate(),
            resetsAfter: try config.bool("reset_after", false),
            dropout: try config.recurrentDropout()
        )
    }

    static func stored(_ cell: GRUCell) -> [StoredParameter] { .recurrent(cell) }

    static func written(_ cell: GRUCell) -> WrittenLayer? {
        guard
            var options: [String: JSONValue] = .cell(
                hasBias: cell.hasBias,
                activation: cell.activation,
                gate: cell.gate,
                dropout: cell.dropout
            )
        else { return nil }
        options["units"] = .integer(cell.units)
        options["reset_after"] = .bool(cell.resetsAfter)
        return WrittenLayer("GRU", options)
    }
}
