/// Height, width and channels of a record that is an image.
public struct ImageShape: Sendable, Hashable {
    /// Rows of pixels.
    public let height: Int
    /// Columns of pixels.
    public let width: Int
    /// Values per pixel.
    public let channels: Int

    /// Images smaller than this on a side are taken for something else.
    private static let smallestSide = 8
    /// More values per pixel are taken for something else.
    private static let mostChannels = 4

    /// The shape of one record (H, W, C) with sides of at least 8 pixels and at most 4 channels; nil for other records.
    public init?(_ recordShape: [Int]) {
        guard recordShape.count == 3, recordShape[0] >= Self.smallestSide, recordShape[1] >= Self.smallestSide,
            (1...Self.mostChannels).contains(recordShape[2])
        else { return nil }
        (height, width, channels) = (recordShape[0], recordShape[1], recordShape[2])
    }
}
