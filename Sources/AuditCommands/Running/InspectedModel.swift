import Audits
import KerasModels
import Networks

/// A model file with the places where it can be cut.
struct InspectedModel {
    let model: KerasModel
    let inspection: ModelInspection

    static func read(_ reference: ModelReference) throws(KerasModelError) -> InspectedModel {
        let model = try reference.keras()
        return InspectedModel(model: model, inspection: ModelInspection(model))
    }

    /// Names of the layers after which the model can be cut, in order.
    var cuts: [String] { inspection.rows.filter(\.isCut).map(\.name) }

    /// The place to cut at: after the layer asked for, or the default.
    ///
    /// - Throws: `NetworkError.unknownLayer`, `NetworkError.notACut`; `CommandError.noCut` without any cut.
    func cut(_ asked: String?) throws -> (name: String, node: Int) {
        let architecture = model.architecture
        if let asked { return (asked, try architecture.cut(after: asked, at: .option("--up-to"))) }
        guard let node = architecture.defaultCut, let name = inspection.defaultCut else {
            throw CommandError(
                .noCut,
                "the model has no place to cut: nothing stands before its last layer with weights",
                at: .file(model.path),
                remedy: "Audit a model of at least two layers."
            )
        }
        return (name, node)
    }
}
