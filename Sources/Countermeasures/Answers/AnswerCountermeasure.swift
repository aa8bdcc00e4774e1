import Tensors

/// A defence that changes what the source model's service answers; layers that leave are what they were.
public protocol AnswerCountermeasure: Countermeasure {
    /// A defence with these numbers.
    init(_ settings: CountermeasureSettings)

    /// Whether it has to know what the model answers to members and to others before it can change anything.
    static var learnsFromAnswers: Bool { get }

    /// What it learned, as a text that is equal for equal behaviour; empty where it learns nothing.
    var learned: String { get }

    /// The defence after it has learned from the model's own answers.
    ///
    /// - Throws: `CountermeasureError.notApplicable` where there is nothing to learn from.
    func fitted(to own: OwnAnswers, seed: Seed) throws(CountermeasureError) -> Self

    /// What the service answers in place of a prediction vector (K).
    func answer(_ vector: [Double]) -> [Double]
}

extension AnswerCountermeasure {
    /// Most change every vector in the same way, whatever the model.
    public static var learnsFromAnswers: Bool { false }

    /// Nothing.
    public var learned: String { "" }

    /// Itself.
    public func fitted(to own: OwnAnswers, seed: Seed) throws(CountermeasureError) -> Self { self }
}
