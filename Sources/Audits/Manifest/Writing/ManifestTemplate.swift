import AuditCore
import Yams

/// A commented manifest for a given model and data, to be read over and completed.
public struct ManifestTemplate: Sendable {
    /// One set of records of the manifest.
    public struct RecordSet: Sendable, Hashable {
        /// The file or folder.
        public var path: String
        /// Whether it is a folder of class folders.
        public var isFolder: Bool
        /// The records inside the file, where they must be named.
        public var x: String?
        /// The labels inside the file, where they must be named.
        public var y: String?

        /// Names a set.
        public init(path: String, isFolder: Bool = false, x: String? = nil, y: String? = nil) {
            self.path = path
            self.isFolder = isFolder
            self.x = x
            self.y = y
        }
    }

    /// The model.
    public var model: ModelReference
    /// The last transferred layer.
    public var cut: String
    /// Every layer at which the model can be cut, in order.
    public var cuts: [String]
    /// The source model's training records.
    public var members: RecordSet
    /// Records it was not trained on.
    public var nonMembers: RecordSet
    /// The adversary's training records.
    public var shadowTrain: RecordSet
    /// The adversary's held-back records.
    public var shadowTest: RecordSet

    /// Describes what the manifest is for; paths as they shall stand in it.
    public init(
        model: ModelReference,
        cut: String,
        cuts: [String],
        members: RecordSet,
        nonMembers: RecordSet,
        shadowTrain: RecordSet,
        shadowTest: RecordSet
    ) {
        self.model = model
        self.cut = cut
        self.cuts = cuts
        self.members = members
        self.nonMembers = nonMembers
        self.shadowTrain = shadowTrain
        self.shadowTest = shadowTest
    }

    /// The model's file, or weights with their architecture, and the input and output chosen.
    private var modelText: String {
        let file = quoted(model.file)
        let named = model.architecture.map { "{architecture: \(quoted($0)), weights: \(file)}" } ?? file
        let chosen = [("input", model.input), ("output", model.output)].compactMap { key, layer in
            layer.map { "\n  \(key): \(quoted($0))" }
        }
        return named + chosen.joined()
    }

    /// The manifest's text.
    public var text: String {
        """
        # What `layeraudit audit` is asked to do. Paths are taken from this file's folder.
        version: 1
        title: \(quoted("Audit of the layers up to \(cut)"))

        source:
          model: \(modelText)
          # How stored values become the model's input, in this order: scale and offset, mean and std. Others: resize
          # ([height, width], for folders of images) and channelOrder (rgb, bgr).
          # preprocessing: {scale: 0.0039215686}
          # Earlier states of the model, the earliest first, for the attack that saw its training (federated-gradients):
          # checkpoints: [round-10.h5, round-20.h5]

        transferred:
          # The last layer that would be shared; one of: \(list(cuts))
          upTo: \(quoted(cut))
          # The very file that would leave, to be compared with the source model:
          # weights: shared.h5

        # Each set: HDF5, NPZ, NPY, IDX or CSV file, or `folder:` of class folders of JPEG and PNG images.
        # `rows: 0..<500` takes some of them; `subject:` names whose record each is, `attribute:` something
        # sensitive about it, such as a sex.
        data:
          # The records the source model was trained on.
          members: \(set(members))
          # Records of the same kind that it was not trained on.
          nonMembers: \(set(nonMembers))
          # What an adversary could hold: records of the same kind that are in neither of the two.
          shadowTrain: \(set(shadowTrain))
          shadowTest: \(set(shadowTest))
          # Records of the same kind that are in none of the sets, for countermeasures that learn from some:
          # reference: {file: data.h5, x: /reference/x, y: /reference/y}

        # Everything here has a default by profile.
        # adversary:
        #   shadowModels: 20
        #   shadowSizes: [100, 300, 1000]      # records per shadow model
        #   repeats: 3
        #   retrainings: 2                     # attacks trained again, for the split of the uncertainty; 0: none
        #   approaches: [baseline, freezing, fine-tuning]
        #   attacks: [transmia-dnn, transmia-svm, transmia-entropy, lira-offline]   # or all; see `layeraudit list attacks`
        #   thresholdRule: balanced            # or count: how attacks by a threshold choose it on shadow data
        #   lira: {variance: automatic}        # or pooled, per-record
        #   rmia: {gamma: 2, a: 0.3, temperature: 2}
        #   stolenMemories: {precision: 0.9}   # share of right calls it has to be sure of
        #   labelOnly: {noiseQueries: 21, boundaryQueries: 60}   # labels asked for per record, at most
        #   attribute: {worlds: 12, share: 0.8}                  # and value: which one; for target-attribute
        #   training: {epochs: 120, optimizer: sgd, learningRate: 0.1, momentum: 0.9, weightDecay: 0.0005, batchSize: 128}
        #     # precision: automatic | float32 | mixed: how convolutions multiply in training; mixed is quicker where the
        #     # processor has instructions for bfloat16 (AMX), which automatic looks for
        #   overrides:
        #     fine-tuning: {shadowModels: 4, training: {learningRate: 0.01, epochs: 40}}

        # What the recipient would train on the shared layers, for the attack through the target model's answers.
        # target:
        #   train: {file: target.h5, x: /train/x, y: /train/y}
        #   approach: freezing                 # freezing, fine-tuning, or a list of both
        #   # For attacks on the recipient's own training set: records it was not trained on, and an adversary's.
        #   test: {file: target.h5, x: /test/x, y: /test/y}
        #   shadowTrain: {file: target.h5, x: /shadowTrain/x, y: /shadowTrain/y}
        #   shadowTest: {file: target.h5, x: /shadowTest/x, y: /shadowTest/y}

        # How many layers may be shared: which cuts `layeraudit depth` looks at, by default every block.
        # depth:
        #   cuts: [\(list(cuts.suffix(2)))]
        #   shadowModels: 2

        # Printed in the report and used by policies.
        context:
          # controller: Your organisation
          # recipient: Who gets the layers
          release: partner                     # internal, partner or public
          dataCategories: []                   # such as health, biometric, children (GDPR Art. 9 and 10)

        policy: \(ManifestReader.defaultPolicy)                  # see `layeraudit list policies`; or a file of your own
        profile: standard                      # quick (minutes), standard, or paper (section 5.2 exactly)
        seed: 1

        """
    }

    private func set(_ set: RecordSet) -> String {
        var parts = ["\(set.isFolder ? "folder" : "file"): \(quoted(set.path))"]
        if let x = set.x { parts.append("x: \(quoted(x))") }
        if let y = set.y { parts.append("y: \(quoted(y))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    /// Layer names for a comment: a name with a line break would end it.
    private func list(_ names: [String]) -> String {
        names.map { quoted($0) }.joined(separator: ", ")
    }

    /// The text as one YAML scalar on one line, quoted only where it must be.
    private func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./ ".contains($0)) }
        let saysNothing = Node(text, .implicit, .plain).null != nil
        let node = Node(text, .implicit, isPlain && !saysNothing ? .any : .doubleQuoted)
        guard let yaml = try? serialize(node: node, width: -1, allowUnicode: true) else { return "\"\"" }
        return yaml.split(separator: "\n").first.map(String.init) ?? "\"\""
    }
}
