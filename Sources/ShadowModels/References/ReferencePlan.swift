/// How shadow models answer as references for single records.
public struct ReferencePlan: Sendable, Hashable {
    /// T of RMIA's confidences, positive.
    public let temperature: Double

    /// Plans references.
    public init(temperature: Double) { self.temperature = temperature }
}
