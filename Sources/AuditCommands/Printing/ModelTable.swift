import KerasModels

/// How a model reads on a terminal.
enum ModelTable {
    static func lines(_ inspected: InspectedModel) -> [String] {
        let model = inspected.model
        let inspection = inspected.inspection
        var upTo = 0
        let rows = inspection.rows.map { row in
            upTo += row.parameters
            let cut = !row.isCut ? "" : row.name == inspection.defaultCut ? "cut (default)" : "cut"
            return [
                row.name, row.className, shape(row.outputShape), TextTable.count(row.parameters),
                TextTable.count(upTo), row.connectedTo.joined(separator: ", "), cut,
            ]
        }
        let head = ["layer", "class", "output shape", "parameters", "up to here", "takes", ""]
        let origin = [model.kerasVersion.map { "Keras \($0)" }, model.backend].compactMap(\.self)
        return ["\(model.name): \(model.format)\(origin.isEmpty ? "" : " (\(origin.joined(separator: ", ")))")"]
            + TextTable.lines([head] + rows, right: [3, 4])
            + [
                "input \(shape(model.inputShape)), output \(shape(model.architecture.outputShape)), "
                    + "\(TextTable.count(inspection.parameters)) parameters"
            ]
    }

    private static func shape(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: " × ") }
}
