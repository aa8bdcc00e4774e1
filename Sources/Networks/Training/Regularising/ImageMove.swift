/// A change of an image that leaves what it shows: mirrored, then shifted by a few pixels.
public struct ImageMove: Sendable, Hashable {
    /// Whether left and right change places.
    public let isFlipped: Bool
    /// Pixels by which it is moved down; up when negative.
    public let down: Int
    /// Pixels by which it is moved to the right; to the left when negative.
    public let right: Int

    /// Describes a change.
    public init(isFlipped: Bool, down: Int, right: Int) {
        self.isFlipped = isFlipped
        self.down = down
        self.right = right
    }

    /// Writes a changed image (H, W, C); what a shift leaves bare shows the pixels at the border.
    ///
    /// - Parameters:
    ///   - image: H·W·C values, row-major.
    ///   - output: as many values.
    public func write(_ image: ArraySlice<Float>, _ shape: ImageShape, into output: UnsafeMutableBufferPointer<Float>) {
        var place = 0
        for y in 0..<shape.height {
            let fromY = min(max(y - down, 0), shape.height - 1)
            for x in 0..<shape.width {
                let shifted = min(max(x - right, 0), shape.width - 1)
                let fromX = isFlipped ? shape.width - 1 - shifted : shifted
                let pixel = image.startIndex + (fromY * shape.width + fromX) * shape.channels
                for channel in 0..<shape.channels {
                    output[place] = image[pixel + channel]
                    place += 1
                }
            }
        }
    }
}
