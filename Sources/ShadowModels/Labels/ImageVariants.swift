import Networks

/// Copies of an image that show the same: shifted by a few pixels, mirrored, or both.
enum ImageVariants {
    /// Variants that take the same change: their name and members.
    static let groups: [(name: String, variants: [ImageMove])] = [
        ("right", [ImageMove(isFlipped: false, down: 0, right: 0)]),
        ("shift/1", shifts(1, isFlipped: false)),
        ("shift/2", shifts(2, isFlipped: false)),
        ("flip", [ImageMove(isFlipped: true, down: 0, right: 0)]),
        ("flip-shift/1", shifts(1, isFlipped: true)),
        ("flip-shift/2", shifts(2, isFlipped: true)),
    ]

    /// Shifts with |down| + |right| = distance.
    private static func shifts(_ distance: Int, isFlipped: Bool) -> [ImageMove] {
        (-distance...distance).flatMap { down in
            let right = distance - abs(down)
            return Set([-right, right]).sorted().map { ImageMove(isFlipped: isFlipped, down: down, right: $0) }
        }
    }
}
