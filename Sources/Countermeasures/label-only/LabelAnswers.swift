/// The predicted label alone.
public struct LabelAnswers: AnswerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "label-only",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true
    )

    private let edit: AnswerEdit

    /// Nothing can be set.
    public init(_ settings: CountermeasureSettings) { edit = .label }

    /// 1 for the predicted class, 0 for the others.
    public func answer(_ vector: [Double]) -> [Double] { edit.applied(to: vector) }
}
