/// Copies of an image that show the same: shifted by a few pixels, mirrored, or both.
struct ImageVariants {
    /// One way to change an image.
    struct Variant: Hashable {
        let isFlipped: Bool
        /// Pixels down and to the right.
        let down: Int
        let right: Int
    }

    /// Variants that take the same change: their name and members.
    static let groups: [(name: String, variants: [Variant])] = [
        ("right", [Variant(isFlipped: false, down: 0, right: 0)]),
        ("shift/1", shifts(1, isFlipped: false)),
        ("shift/2", shifts(2, isFlipped: false)),
        ("flip", [Variant(isFlipped: true, down: 0, right: 0)]),
        ("flip-shift/1", shifts(1, isFlipped: true)),
        ("flip-shift/2", shifts(2, isFlipped: true)),
    ]

    /// Shifts with |down| + |right| = distance.
    private static func shifts(_ distance: Int, isFlipped: Bool) -> [Variant] {
        (-distance...distance).flatMap { down in
            let right = distance - abs(down)
            return Set([-right, right]).sorted().map { Variant(isFlipped: isFlipped, down: down, right: $0) }
        }
    }

    let shape: ImageShape

    /// Writes a variant of an image (H, W, C); what a shift leaves bare shows the pixels at the border.
    func write(_ image: ArraySlice<Float>, _ variant: Variant, into input: UnsafeMutableBufferPointer<Float>) {
        var place = 0
        for y in 0..<shape.height {
            let fromY = min(max(y - variant.down, 0), shape.height - 1)
            for x in 0..<shape.width {
                let shifted = min(max(x - variant.right, 0), shape.width - 1)
                let fromX = variant.isFlipped ? shape.width - 1 - shifted : shifted
                let pixel = image.startIndex + (fromY * shape.width + fromX) * shape.channels
                for channel in 0..<shape.channels {
                    input[place] = image[pixel + channel]
                    place += 1
                }
            }
        }
    }
}
