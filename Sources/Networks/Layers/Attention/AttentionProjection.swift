/// A linear map inside an attention of several heads.
public struct AttentionProjection: Sendable, Hashable {
    /// The name Keras gives it.
    public let name: String
    /// Sizes of the axes it takes.
    public let from: [Int]
    /// Sizes of the axes it answers.
    public let to: [Int]

    /// Describes a projection.
    init(_ name: String, from: [Int], to: [Int]) {
        self.name = name
        self.from = from
        self.to = to
    }

    /// kernel (from, to) and bias (to).
    public func parameters(hasBias: Bool) -> [ParameterSpec] {
        let sizes = (from.saturatedProduct(), to.saturatedProduct())
        let kernel = ParameterSpec("\(name)/kernel", from + to, .glorotUniform(fanIn: sizes.0, fanOut: sizes.1))
        return hasBias ? [kernel, ParameterSpec("\(name)/bias", to, .zeros)] : [kernel]
    }
}
