import AuditCore
import Datasets
import Diagnostics
import KerasModels
import Networks
import ShadowModels

extension Materials {
    /// Opens the model, finds the cut, opens the sets and makes sure they belong together.
    static func read(_ session: Session) throws -> Materials {
        let manifest = session.manifest
        guard let section = manifest.source, let data = manifest.data else {
            throw AuditError(
                .unreadable,
                "the manifest names no model and no data",
                at: .file(manifest.path),
                remedy: "Give `source` and `data`."
            )
        }
        return try session.stage("Reading the model and the data") { done in
            let members = try Dataset.open(data.members, role: "members", resizer: imageResizer)
            let model = try section.model.keras { members.recordShape }
            let cut = try cut(model, manifest, file: section.model.file)
            let source = try SourceModel(model.architecture, weights: model.weights, cut: cut)
            let checkpoints = try checkpoints(manifest, of: source) { members.recordShape }
            var comparison: [LayerComparison] = []
            if let file = manifest.transferred.weights {
                comparison = try LayerComparer.compare(source: model, transferred: file, cut: cut).map(
                    LayerComparison.init
                )
            }
            done(0.5)
            let materials = Materials(
                model: model,
                source: source,
                checkpoints: checkpoints,
                comparison: comparison,
                members: members,
                nonMembers: try .open(data.nonMembers, role: "nonMembers", resizer: imageResizer),
                shadowTrain: try .open(data.shadowTrain, role: "shadowTrain", resizer: imageResizer),
                shadowTest: try .open(data.shadowTest, role: "shadowTest", resizer: imageResizer),
                reference: try data.reference.map { try .open($0, role: "reference", resizer: imageResizer) },
                targetTrain: try manifest.target.map {
                    try .open($0.train, role: "targetTrain", resizer: imageResizer)
                },
                targetTest: try manifest.target?.test.map {
                    try .open($0, role: "targetTest", resizer: imageResizer)
                },
                targetShadowTrain: try manifest.target?.shadow.map {
                    try .open($0.train, role: "targetShadowTrain", resizer: imageResizer)
                },
                targetShadowTest: try manifest.target?.shadow.map {
                    try .open($0.test, role: "targetShadowTest", resizer: imageResizer)
                },
                preprocessing: section.preprocessing
            )
            try materials.checkFit(manifest)
            done(0.5)
            return materials
        }
    }

    private static func cut(_ model: KerasModel, _ manifest: AuditManifest, file: String) throws -> Int {
        if let name = manifest.transferred.upTo {
            return try model.architecture.cut(after: name, at: manifest.location(of: "transferred.upTo"))
        }
        guard let cut = model.architecture.defaultCut else {
            throw NetworkError(
                .notACut,
                "the model has no place where it can be cut",
                at: .file(file),
                remedy: "Audit a model with at least one layer before its last layer with weights."
            )
        }
        return cut
    }

    /// Records must have the model's input shape, and labels must be classes the model knows.
    private func checkFit(_ manifest: AuditManifest) throws {
        try DatasetHygiene.checkSameKind(sets)
        for set in sets { try set.checkLabels(below: source.classes) }
        let places =
            sets.map { ($0, "data.\($0.role)") }
            + [
                (targetTrain, "target.train"), (targetTest, "target.test"), (targetShadowTrain, "target.shadowTrain"),
                (targetShadowTest, "target.shadowTest"),
            ].compactMap { set, key in set.map { ($0, key) } }
        for (set, key) in places {
            guard Self.fits(set, model.inputShape) else {
                throw AuditError(
                    .shapeMismatch,
                    "records of '\(set.role)' have the shape \(set.recordShape), the model takes \(model.inputShape)",
                    at: manifest.location(of: key),
                    remedy: "Give records of the model's input shape, or set `source.preprocessing.resize` for images."
                )
            }
        }
        for (set, key) in places where measured(set) && set.count < 2 {
            throw AuditError(
                .tooFewRecords,
                "'\(set.role)' has \(set.count) record; nothing can be measured on it",
                at: manifest.location(of: key),
                remedy: "Give at least 2 records, better several hundred."
            )
        }
        if targetShadowTrain != nil, let targetTrain {
            try DatasetHygiene.checkSameKind(targetSets)
            for set in targetSets { try set.checkLabels(below: max(2, targetTrain.classCount)) }
        }
    }

    /// Whether attacks are measured on a set, or learn on it and nothing else.
    private func measured(_ set: Dataset) -> Bool {
        ["members", "nonMembers"].contains(set.role)
            || (targetShadowTrain != nil && targetSets.contains { $0.role == set.role })
    }
}

extension LayerComparison {
    /// A comparison in the report's words.
    init(_ difference: LayerDifference) {
        let result: Result =
            switch difference.result {
            case .identical: .identical
            case .changed: .changed
            case .missing: .missing
            case .beyondCut: .beyondCut
            }
        self.init(
            layer: difference.layer,
            result: result,
            parameters: difference.parameters,
            largestDifference: difference.largestDifference,
            meanDifference: difference.meanDifference
        )
    }
}
