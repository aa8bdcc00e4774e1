import Diagnostics

/// Saved answers that are audited in place of a model (`predictions`).
public struct PredictionsSection: Sendable {
    /// Answers of one model, or of shadow models, with membership.
    public struct File: Sendable {
        /// The HDF5 file.
        public var path: String
        /// Its dataset of prediction vectors (N, K).
        public var predictions: String
        /// Its dataset of classes (N); nil where nobody labelled the records.
        public var labels: String?
        /// Its dataset of membership (N), 1 for records of the training set.
        public var member: String
        /// The line of the manifest.
        public var location: Location

        /// The line to blame in errors.
        var place: Location { location }
    }

    /// The source model's answers on members and non-members.
    public var source: File
    /// Answers of the adversary's shadow models, all in one table.
    public var shadow: File
    /// Whether the values are logits, and not probabilities.
    public var isLogits: Bool
}
