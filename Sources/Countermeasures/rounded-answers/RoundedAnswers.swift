/// Confidences rounded to a few decimals.
public struct RoundedAnswers: AnswerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "rounded-answers",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("decimals", 1, in: 0...15, isWhole: true)]
    )

    private let edit: AnswerEdit

    /// So many decimals.
    public init(_ settings: CountermeasureSettings) { edit = .rounded(decimals: settings.whole("decimals")) }

    /// The rounded confidences.
    public func answer(_ vector: [Double]) -> [Double] { edit.applied(to: vector) }
}
