import Countermeasures
import Foundation
import KerasModels
import Networks
import ShadowModels
import Tensors

/// Where hardened models are written to before they are audited, so that a row of the table is that of a file.
struct HardenedDrafts: Sendable {
    let folder: String

    /// What stands in a file.
    struct Draft: Sendable {
        let path: String
        /// The model as it was read back.
        let source: SourceModel
        /// The last transferred layer, as the file calls it.
        let cut: String
    }

    /// How far answers may differ, in units of the largest one: the file has the very weights.
    private static let allowed: Float = 1e-6
    /// Records that the model and its file answer.
    private static let probes = 16

    /// Writes a model and reads it back.
    ///
    /// - Parameters:
    ///   - source: the hardened model, answering logits.
    ///   - materials: the model it was made of, and its members.
    ///   - number: names the file.
    /// - Throws: `KerasModelError` where the model cannot be written, `HardenedError.answersDiffer`.
    func draft(_ source: SourceModel, of materials: Materials, number: Int) throws -> Draft {
        let model = Self.whole(source, of: materials.model)
        let path = (folder as NSString).appendingPathComponent("\(number).h5")
        try KerasModelWriter.write(model, to: path)
        let back = try KerasModel.read(path, inputShape: model.inputShape)
        let name = model.architecture.layers[model.architecture.nodes[source.cut].layer].name
        let node = try Self.cut(back, after: name)
        let members = materials.records(materials.members)
        let records = members.picking(Array(0..<min(Self.probes, members.count)))
        try Self.compare(model, nil, back, nil, records, path)
        try Self.compare(model, source.cut, back, node, records, path)
        return Draft(
            path: path,
            source: try SourceModel(back.architecture, weights: back.weights, cut: node),
            cut: back.architecture.layers[back.architecture.nodes[node].layer].name
        )
    }

    /// Writes the layers of a model up to a cut, alone, and reads them back.
    ///
    /// - Throws: `KerasModelError`, `HardenedError.answersDiffer`.
    static func writeTransferred(_ model: KerasModel, upTo cut: String, to path: String) throws {
        let node = try model.architecture.cut(after: cut)
        try KerasModelWriter.write(model, to: path, upTo: node)
        let back = try KerasModel.read(path, inputShape: model.inputShape)
        // Zeros and ones, which are indices of embeddings, too.
        let draws = try TensorGenerator(Seed(1)).uniform(shape: [probes] + model.inputShape).values()
        let values = TensorValues(shape: draws.shape, floats: draws.floats.map { $0.rounded() })
        try compare(model, node, back, nil, RecordBatches(values), path)
    }

    /// The model with the softmax that attacks do without.
    private static func whole(_ source: SourceModel, of model: KerasModel) -> KerasModel {
        let hardened = source.architecture
        let answering = model.architecture.nodes[model.architecture.output].layer
        var layers = hardened.layers
        if layers.indices.contains(answering) { layers[answering] = model.architecture.layers[answering] }
        let architecture = Architecture(
            name: hardened.name,
            layers: layers,
            nodes: hardened.nodes,
            output: hardened.output
        )
        return model.replacing(architecture, weights: source.weights)
    }

    /// The cut after a layer, which a model written flat calls with `_` for `/`.
    private static func cut(_ model: KerasModel, after name: String) throws(NetworkError) -> Int {
        do { return try model.architecture.cut(after: name) } catch  where name.contains("/") {
            return try model.architecture.cut(after: name.replacing("/", with: "_"))
        }
    }

    private static func compare(
        _ model: KerasModel,
        _ node: Int?,
        _ back: KerasModel,
        _ other: Int?,
        _ records: RecordBatches,
        _ path: String
    ) throws {
        let wanted = try Network(model.architecture, weights: model.weights).outputs(records, upTo: node)
        let found = try Network(back.architecture, weights: back.weights).outputs(records, upTo: other)
        let scale = wanted.floats.reduce(1) { max($0, abs($1)) }
        let difference = zip(wanted.floats, found.floats).reduce(0) { max($0, abs($1.0 - $1.1)) }
        guard wanted.shape == found.shape, difference <= allowed * scale else {
            throw HardenedError(
                .answersDiffer,
                "what was written answers otherwise than the hardened model, by \(difference)",
                at: .file(path),
                remedy: "Choose another countermeasure, and report this with the model's layers."
            )
        }
    }
}
