/// The largest confidences alone.
public struct TopAnswers: AnswerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "top-answers",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("count", 3, in: 1...100_000, isWhole: true)]
    )

    private let edit: AnswerEdit

    /// So many confidences.
    public init(_ settings: CountermeasureSettings) { edit = .largest(settings.whole("count")) }

    /// The largest confidences, the others as 0.
    public func answer(_ vector: [Double]) -> [Double] { edit.applied(to: vector) }
}
