import Audits
import TorchModels

/// How a TorchScript module reads on a terminal.
enum SubmoduleTable {
    static func lines(_ submodules: [TorchModel.Submodule], of reference: ModelReference) -> [String] {
        let rows = submodules.map { submodule in
            [
                submodule.name, submodule.className, submodule.cutShape.map(ModelTable.shape) ?? "",
                TextTable.count(submodule.parameters), submodule.cutShape == nil ? "" : "cut",
            ]
        }
        let head = ["submodule", "class", "output shape", "parameters", ""]
        let hint =
            reference.inputShape == nil
            ? ["Give the shape of one record (--input-shape) to see where the module can be cut."] : []
        return ["TorchScript"] + TextTable.lines([head] + rows, right: [3]) + hint
    }
}
