/// A defence that changes what the source model's service answers; layers that leave are what they were.
public protocol AnswerCountermeasure: Countermeasure {
    /// A defence with these numbers.
    init(_ settings: CountermeasureSettings)

    /// What the service answers in place of a prediction vector (K).
    func answer(_ vector: [Double]) -> [Double]
}
