/// Confidences made less sure by a temperature.
public struct TemperedAnswers: AnswerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "tempered-answers",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("temperature", 4, in: 0.01...1000)]
    )

    private let edit: AnswerEdit

    /// The temperature logits are divided by.
    public init(_ settings: CountermeasureSettings) { edit = .tempered(settings["temperature"]) }

    /// The confidences at that temperature.
    public func answer(_ vector: [Double]) -> [Double] { edit.applied(to: vector) }
}
