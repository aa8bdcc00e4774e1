/// How an adversary asks for a sensitive attribute of the source training population (`adversary.attribute`).
public struct AttributeSettings: Sendable, Hashable {
    /// The value in question; the rarer one among the shadow records when nil.
    public var value: String?
    /// Shadow worlds rich in the value, and as many that are poor in it; from 4.
    public var worlds = 12
    /// Share of the value in rich worlds, and of all other values together in poor ones; above 0.5, at most 1.
    public var share = 0.8
}
