import AuditCore
import Datasets
import Foundation
import Yams

/// The manifest that audits the exported file: the one that was hardened with, on the same data, with the model and the
/// adversary of the row.
struct HardenedManifest {
    /// The manifest that was hardened with.
    let manifest: AuditManifest
    /// The policy, as the command line names it.
    let policy: String?
    let model: HardenedModel
    /// The files' names beside the manifest.
    let names: (model: String, transferred: String)

    /// The manifest's text.
    ///
    /// - Throws: `ManifestError` where the manifest has become unreadable, or what writing YAML throws.
    func text() throws -> String {
        var root = try ManifestText.tree(manifest.path)
        root["title"] = .quoted(title)
        editSource(&root)
        root["transferred"] = .flow([("upTo", .quoted(model.cut)), ("weights", .quoted(names.transferred))])
        editData(&root)
        editAdversary(&root)
        root.remove("countermeasures")
        let policy = policy ?? manifest.policy
        root["policy"] = .quoted(policy.contains("/") || policy.hasSuffix(".xml") ? absolute(policy) : policy)
        root["profile"] = Node(manifest.profile.rawValue)
        return """
            # `layeraudit audit` of this file audits \(names.model) as the row of '\(model.id)' was measured.

            """ + (try serialize(node: root, width: -1, allowUnicode: true))
    }

    /// Says which model it is, and where its noise is from, in every report.
    private var title: String {
        let noise = model.isSecret ? " (noise drawn from the system, not from the seed)" : ""
        return "\(manifest.title), hardened: \(model.id)\(noise)"
    }

    private func editSource(_ root: inout Node) {
        var source = root["source"] ?? .flow([])
        source["model"] = .quoted(names.model)
        // The file has one input and one output, and it says how large they are.
        let isPart = source["input"] != nil || source["output"] != nil
        for key in ["input", "output", "training"] { source.remove(key) }
        if isPart || !model.keepsCheckpoints || manifest.source?.checkpoints.isEmpty != false {
            source.remove("checkpoints")
        } else {
            let checkpoints = (manifest.source?.checkpoints ?? []).map { checkpoint in
                let file = Node.quoted(absolute(checkpoint.model.file))
                let parts = checkpoint.model.architecture.map {
                    Node.flow([("architecture", .quoted(absolute($0))), ("weights", file)])
                }
                let epoch = checkpoint.epoch.map { [("epoch", Node("\($0)"))] } ?? []
                return Node.flow([("model", parts ?? file)] + epoch)
            }
            source["checkpoints"] = Node(checkpoints)
        }
        root["source"] = source
    }

    private func editData(_ root: inout Node) {
        if let data = manifest.data {
            edit(
                "data",
                &root,
                [
                    ("members", data.members), ("nonMembers", data.nonMembers), ("shadowTrain", data.shadowTrain),
                    ("shadowTest", data.shadowTest),
                ] + (data.reference.map { [("reference", $0)] } ?? [])
            )
        }
        guard let target = manifest.target else { return }
        let sets = [
            ("train", target.train), ("test", target.test), ("shadowTrain", target.shadow?.train),
            ("shadowTest", target.shadow?.test),
        ]
        edit("target", &root, sets.compactMap { key, set in set.map { (key, $0) } })
        // A finished target model was built on other layers.
        var section = root["target"]
        section?.remove("model")
        root["target"] = section
    }

    /// Names the files of data sets by whole paths.
    private func edit(_ key: String, _ root: inout Node, _ sets: [(key: String, set: DatasetDescription)]) {
        for (name, set) in sets {
            guard var node = root[key]?[name] else { continue }
            for place in ["file", "folder"] where node[place] != nil { node[place] = .quoted(absolute(set.path)) }
            let format = set.format ?? DatasetFormat(fileName: set.path)
            if format == .npy || format == .idx {
                for (place, file) in [("y", set.y), ("subject", set.subject), ("attribute", set.attribute)] {
                    if let file { node[place] = .quoted(absolute(file)) }
                }
            }
            if case .file(let rows) = set.rows { node["rows"] = .quoted(absolute(rows)) }
            root[key]?[name] = node
        }
    }

    /// The attacks that ran, and how the adversary who knows the countermeasure trains shadow models.
    private func editAdversary(_ root: inout Node) {
        var adversary = root["adversary"] ?? Node([(Node, Node)]())
        if adversary.mapping == nil { adversary = Node([(Node, Node)]()) }
        adversary["attacks"] = Node(model.adversary.attacks.map { Node($0) }, .implicit, .flow)
        let recipes = model.adversary.shadows.mapValues(\.training)
        if recipes != manifest.adversary.shadows.mapValues(\.training) {
            adversary.remove("training")
            var overrides = adversary["overrides"] ?? Node([(Node, Node)]())
            for approach in AdversaryReader.approaches {
                guard let recipe = recipes[approach] else { continue }
                var override = overrides[approach.rawValue] ?? Node([(Node, Node)]())
                override["training"] = recipe.yaml
                overrides[approach.rawValue] = override
            }
            adversary["overrides"] = overrides
        }
        root["adversary"] = adversary
    }

    private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
