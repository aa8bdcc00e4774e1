import Networks

/// How Keras describes one class of recurrent cells: as a layer with options of its own, and as a cell inside `RNN`.
protocol RecurrentCellKind: Sendable {
    /// The engine's cell.
    associatedtype Engine: RecurrentCell

    /// The classes of the layer that runs such a cell.
    static var layerClasses: [String] { get }

    /// The class of the cell alone; nil where Keras has none.
    static var cellClass: String? { get }

    /// What Keras 3 calls the cell's part of a file, where there are several cells.
    static var cellGroup: String { get }

    /// Makes the engine's cell.
    ///
    /// - Parameters:
    ///   - config: the options.
    ///   - step: shape of the input at one step of one record.
    /// - Throws: what is wrong with the options.
    static func cell(_ config: LayerConfig, step: [Int]) throws(KerasModelError) -> Engine

    /// How Keras stores the cell's parameters, in the engine's order.
    static func stored(_ cell: Engine) -> [StoredParameter]

    /// Class of the layer and the options that describe the cell; nil when Keras has no such activation.
    static func written(_ cell: Engine) -> WrittenLayer?
}

extension RecurrentCellKind {
    /// The stored parameters of a cell, when it is of this kind.
    static func storedParameters(_ cell: any RecurrentCell) -> [StoredParameter]? { (cell as? Engine).map(stored) }

    /// The written form of a cell, when it is of this kind and Keras can express it.
    static func writtenCell(_ cell: any RecurrentCell) -> WrittenLayer? { (cell as? Engine).flatMap(written) }
}

/// All classes of cells.
enum RecurrentCells {
    /// One kind per class.
    static let kinds: [any RecurrentCellKind.Type] = [
        SimpleCellKind.self, LSTMCellKind.self, GRUCellKind.self, ConvolutionLSTMCellKind.self,
    ]

    /// The stored parameters of a cell.
    static func stored(_ cell: any RecurrentCell) -> [StoredParameter] {
        for kind in kinds { if let stored = kind.storedParameters(cell) { return stored } }
        return []
    }

    /// Kind and written form of a cell.
    static func written(
        _ cell: any RecurrentCell
    ) -> (kind: any RecurrentCellKind.Type, written: WrittenLayer)? {
        for kind in kinds { if let written = kind.writtenCell(cell) { return (kind, written) } }
        return nil
    }
}
