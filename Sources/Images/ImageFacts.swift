/// What an image file declares about itself.
public struct ImageFacts: Sendable, Hashable {
    /// Pixels from left to right.
    public let width: Int
    /// Pixels from top to bottom.
    public let height: Int
    /// 1 for grey images, 3 for all others (transparency is not counted).
    public let channels: Int
}
