import AuditCore
import Networks
import Tensors

/// The source model as attacks and shadow models see it: architecture answering logits, weights, and the cut.
public struct SourceModel: Sendable {
    /// f_s, answering logits.
    public let architecture: Architecture
    /// Its weights.
    public let weights: Weights
    /// The node after which the transferred layers end.
    public let cut: Int
    /// What stands between the model and who asks it; nil where it answers as it is. An adversary whose models imitate it
    /// gives their answers the same way.
    public var service: AnswerService?

    /// Prepares a classifier for an audit.
    ///
    /// - Throws: `NetworkError.notAClassifier`.
    public init(_ architecture: Architecture, weights: Weights, cut: Int) throws(NetworkError) {
        self.architecture = try architecture.answeringLogits().architecture
        self.weights = weights
        self.cut = cut
    }

    /// Whether another model is this one but for its weights, so that it can be an earlier state of it. Names of layers do
    /// not count.
    public func hasArchitecture(of other: SourceModel) -> Bool {
        guard weights.layers.map({ $0.map(\.shape) }) == other.weights.layers.map({ $0.map(\.shape) }) else {
            return false
        }
        return ConfigurationText.of(architecture) == ConfigurationText.of(other.architecture)
    }

    /// Answers for records with these labels, as the model's service gives them.
    ///
    /// - Parameters:
    ///   - logits: (N, K).
    ///   - labels: the records' labels (N).
    public func answers(logits: [Float], labels: [Int]) -> Answers {
        let answers = Answers(logits: logits, classes: classes, labels: labels)
        return service.map { answers.changed($0.change) } ?? answers
    }

    /// Number of classes K.
    public var classes: Int { architecture.outputShape[0] }

    /// The head h_s, fed with the transferred layers' output.
    public var head: (part: Architecture, layerMap: [Int]) { architecture.deepPart(after: cut) }

    /// What an approach trains: the head under `freezing`, else everything.
    public func trained(_ approach: Approach) -> Architecture { approach == .freezing ? head.part : architecture }

    /// The node up to which features are computed once: the cut, or beyond it as long as nothing is trained or random.
    ///
    /// A head that starts with pooling or flattening is fed with what comes out of that, which is the same function.
    public var featureNode: Int {
        var node = cut
        let legal = Set(architecture.cuts)
        for next in (cut + 1)..<max(cut + 1, architecture.output) {
            let layer = architecture.layers[architecture.nodes[next].layer].layer
            guard layer.parameters.isEmpty, !layer.isRandom, legal.contains(next) else { break }
            node = next
        }
        return node
    }
}
