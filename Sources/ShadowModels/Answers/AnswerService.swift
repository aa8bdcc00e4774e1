/// A service that does not answer a model's prediction vectors as they are.
public struct AnswerService: Sendable {
    /// What it does, in a form that is equal for equal services.
    public let name: String
    /// What it answers in place of a vector (K).
    public let change: @Sendable ([Double]) -> [Double]

    /// Describes a service.
    public init(name: String, change: @escaping @Sendable ([Double]) -> [Double]) {
        self.name = name
        self.change = change
    }
}
