import Foundation
import KerasModels

/// How a model reads on a terminal.
enum ModelTable {
    static func lines(_ inspected: InspectedModel) -> [String] {
        let model = inspected.model
        let inspection = inspected.inspection
        let rows = inspection.rows.map { row in
            let mark = row.cut == nil ? "" : row.name == inspection.defaultCut ? "cut (default)" : "cut"
            return [
                row.name, row.className, shape(row.outputShape), TextTable.count(row.parameters),
                work(row.multiplyAdds), row.connectedTo.joined(separator: ", "), mark,
                row.cut.map { TextTable.count($0.parametersBefore) } ?? "",
                row.cut.map { TextTable.count($0.parametersAfter) } ?? "",
                row.cut.map { work($0.multiplyAddsBefore) } ?? "", row.cut.map { work($0.multiplyAddsAfter) } ?? "",
            ]
        }
        let head = [
            "layer", "class", "output shape", "parameters", "MACs", "takes", "", "shared", "kept", "MACs shared",
            "MACs kept",
        ]
        let origin = [model.kerasVersion.map { "Keras \($0)" }, model.backend].compactMap(\.self)
        return ["\(model.name): \(model.format)\(origin.isEmpty ? "" : " (\(origin.joined(separator: ", ")))")"]
            + TextTable.lines([head] + rows, right: [3, 4, 7, 8, 9, 10])
            + [
                "input \(shape(model.inputShape)), output \(shape(model.architecture.outputShape)), "
                    + "\(TextTable.count(inspection.parameters)) parameters, "
                    + "\(work(inspection.multiplyAdds)) multiply-adds (MACs) per record"
            ]
    }

    /// A shape such as `32 × 32 × 3`.
    static func shape(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: " × ") }

    /// Multiply–accumulates with three significant digits, such as `3.86 G`.
    static func work(_ count: Int) -> String {
        var value = Double(count)
        for unit in ["", " k", " M", " G", " T"] {
            if value < 999.5 || unit == " T" {
                let digits = unit.isEmpty || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
                return String(format: "%.\(digits)f", value) + unit
            }
            value /= 1000
        }
        return "\(count)"
    }
}
