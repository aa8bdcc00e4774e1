import Attacks
import AuditCore
import Datasets
import Diagnostics
import Foundation
import Policies

/// Reads `audit.yaml` (DESIGN.md section 5).
public enum ManifestReader {
    /// The policy that judges when the manifest names none.
    public static let defaultPolicy = "gdpr-baseline"
    /// The policy that judges saved predictions when the manifest names none.
    public static let defaultPredictionsPolicy = "predictions-only"

    /// Reads a manifest and fills in every default.
    ///
    /// Unknown keys, wrong types, values out of range and missing files are all collected before anything is thrown.
    ///
    /// - Parameters:
    ///   - path: the manifest file; relative paths inside it are taken from its folder.
    ///   - profile: takes the place of the manifest's profile.
    ///   - attacks: ids of the attacks there are.
    /// - Returns: the manifest, complete.
    /// - Throws: `ManifestError`, the first problem of the file with the others behind it.
    public static func read(
        path: String,
        profile: AuditProfile? = nil,
        attacks: [String] = AttackCatalog.descriptors.map(\.id)
    ) throws(ManifestError) -> AuditManifest {
        let problems = ManifestProblems(path: path)
        guard let root = ManifestMapping(try ManifestText.tree(path), path: "", problems: problems) else {
            try problems.throwIfAny()
            throw ManifestError(.notYAML, "the manifest is empty", at: .file(path), remedy: "Run `layeraudit init`.")
        }
        readVersion(root)
        let written = root.choice("profile", among: AuditProfile.allCases) ?? .standard
        let profile = profile ?? written
        let predictions = PredictionsReader.read(root.mapping("predictions"))
        let isOfModel = root.node("predictions") == nil
        if !isOfModel { refuseModelKeys(root) }
        let source = isOfModel ? readSource(root) : nil
        let transferred = isOfModel ? readTransferred(root) : TransferredSection()
        let resize = source?.preprocessing.resize
        let data = isOfModel ? readData(root, resize: resize) : nil
        let adversary = AdversaryReader(profile: profile, attacks: attacks).read(root.mapping("adversary"))
        CheckpointReader.checkEpochs(source, adversary, problems)
        let target = TargetReader(profile: profile, resize: resize).read(root.mapping("target"))
        let countermeasures = isOfModel ? CountermeasureReader.read(root) : []
        let depth = isOfModel ? DepthReader.read(root) : nil
        let context = ContextReader.read(
            root.requiredMapping("context", remedy: "Write `context: {release: partner}` (internal, partner, public).")
        )
        let policy = readPolicy(root, standard: isOfModel ? defaultPolicy : defaultPredictionsPolicy)
        let title = root.text("title")
        let seed = root.integer("seed", in: 0...Int.max) ?? 1
        let delta = root.number("delta", "a number from 0, below 1") { $0 >= 0 && $0 < 1 } ?? 1e-5
        root.refuseUnknownKeys()
        try problems.throwIfAny()
        guard (source != nil && data != nil) || predictions != nil else {
            throw ManifestError(
                .missingKey,
                "the manifest is not complete",
                at: .file(path),
                remedy: "Run `layeraudit init`."
            )
        }
        return AuditManifest(
            path: path,
            title: title ?? "Audit of \((audited(source, predictions) as NSString).lastPathComponent)",
            source: source,
            transferred: transferred,
            data: data,
            predictions: predictions,
            adversary: adversary,
            target: target,
            countermeasures: countermeasures,
            depth: depth,
            context: context,
            policy: policy,
            profile: profile,
            seed: UInt64(seed),
            delta: delta,
            notes: [],
            locations: problems.locations
        )
    }

    private static func audited(_ source: SourceSection?, _ predictions: PredictionsSection?) -> String {
        source?.model.file ?? predictions?.source.path ?? ""
    }

    /// What belongs to a model cannot stand beside saved predictions.
    private static func refuseModelKeys(_ root: ManifestMapping) {
        for key in ["source", "transferred", "data", "target", "countermeasures", "depth"] where root.node(key) != nil {
            if root.isMapping(key) { _ = root.mapping(key) }
            root.problems.add(
                .conflict,
                "'\(key)' stands beside 'predictions', which takes its place",
                at: root.location(of: key),
                remedy: "Audit the model, without 'predictions', or the predictions, without '\(key)'."
            )
        }
    }

    private static func readVersion(_ root: ManifestMapping) {
        guard root.node("version") != nil else {
            root.missing("version", remedy: "Write `version: 1` at the top.")
            return
        }
        _ = root.integer("version", in: 1...1)
    }

    private static func readSource(_ root: ManifestMapping) -> SourceSection? {
        guard let mapping = root.requiredMapping("source", remedy: "Write `source: {model: source.h5}`.") else {
            return nil
        }
        if mapping.node("model") == nil { mapping.missing("model", remedy: "Write `model: source.h5`.") }
        let model = ModelReader.read("model", of: mapping)
        let preprocessing = PreprocessingReader.read(mapping.mapping("preprocessing"))
        let checkpoints = CheckpointReader.read(mapping, of: model)
        let training = TrainingReader.read("training", of: mapping)
        mapping.refuseUnknownKeys()
        return model.map {
            SourceSection(model: $0, preprocessing: preprocessing, checkpoints: checkpoints, training: training)
        }
    }

    private static func readTransferred(_ root: ManifestMapping) -> TransferredSection {
        guard let mapping = root.mapping("transferred") else { return TransferredSection() }
        let section = TransferredSection(upTo: mapping.text("upTo"), weights: mapping.existing(.file, "weights"))
        mapping.refuseUnknownKeys()
        return section
    }

    private static func readData(_ root: ManifestMapping, resize: [Int]?) -> DataSection? {
        let example = "Write `members: {file: data.h5, x: /members/x, y: /members/y}` and its three sisters."
        guard let mapping = root.requiredMapping("data", remedy: example) else { return nil }
        let sets = ["members", "nonMembers", "shadowTrain", "shadowTest"].map { key in
            if mapping.node(key) == nil { mapping.missing(key, remedy: example) }
            return DatasetReader.read(key, of: mapping, resize: resize)
        }
        let reference = DatasetReader.read("reference", of: mapping, resize: resize)
        let allowOverlap = mapping.truth("allowOverlap") ?? false
        mapping.refuseUnknownKeys()
        guard let members = sets[0], let nonMembers = sets[1], let train = sets[2], let test = sets[3] else {
            return nil
        }
        return DataSection(
            members: members,
            nonMembers: nonMembers,
            shadowTrain: train,
            shadowTest: test,
            reference: reference,
            allowOverlap: allowOverlap
        )
    }

    /// A name of a shipped policy stays as it is; whatever looks like a path must be there.
    private static func readPolicy(_ root: ManifestMapping, standard: String) -> String {
        guard let text = root.text("policy") else { return standard }
        if text.contains("/") || text.hasSuffix(".xml") { return root.existing(.file, "policy") ?? text }
        if !PolicyCatalog.names.contains(text) {
            root.badValue(
                "policy",
                "is '\(text)', which no shipped policy is called",
                remedy: "Name a shipped policy or a file (.xml). " + NearestName.hint(text, among: PolicyCatalog.names)
            )
        }
        return text
    }
}
