/// What an adversary reads off a model for each record, beyond its answer to the record.
public enum Observation: String, Sendable, Hashable, CaseIterable {
    /// Features that the transferred layers make of the record; the rest of the model is not seen.
    case layers
    /// How the record's loss would change each layer's weights; the whole model is seen.
    case gradients
    /// The same at several points of the model's training; its earlier states are seen, too.
    case checkpoints = "gradients at checkpoints"
    /// How the model's last layer uses the record's features, beside layers that never saw it; the whole model is seen.
    case influence
    /// Labels the model answers for copies of the record disturbed by noise.
    case noise = "labels under noise"
    /// Labels the model answers for shifted and mirrored copies of the image.
    case augmentation = "labels of shifted and mirrored images"
    /// How far the record lies from where the model's label changes.
    case boundary = "distances to the decision boundary"
}
