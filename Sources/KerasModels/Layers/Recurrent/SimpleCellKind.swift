import Networks

/// `SimpleRNN` and its cell.
enum SimpleCellKind: RecurrentCellKind {
    static let layerClasses = ["SimpleRNN"]
    static let cellClass: String? = "SimpleRNNCell"
    static let cellGroup = "simple_rnn_cell"

    static func cell(_ config: LayerConfig, step: [Int]) throws(KerasModelError) -> SimpleCell {
        SimpleCell(
            inputs: step.last ?? 0,
            units: try config.count("units"),
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation("activation", absent: .tanh),
            dropout: try config.recurrentDropout()
        )
    }

    static func stored(_ cell: SimpleCell) -> [StoredParameter] { .recurrent(cell) }

    static func written(_ cell: SimpleCell) -> WrittenLayer? {
        guard
            var options: [String: JSONValue] = .cell(
                hasBias: cell.hasBias,
                activation: cell.activation,
                dropout: cell.dropout
            )
        else { return nil }
        options["units"] = .integer(cell.units)
        return WrittenLayer("SimpleRNN", options)
    }
}

extension [StoredParameter] {
    /// The parameters of a cell that are stored as the engine has them.
    static func recurrent(_ cell: any RecurrentCell) -> [StoredParameter] {
        cell.parameters.map { StoredParameter($0.name, $0.shape) }
    }
}
