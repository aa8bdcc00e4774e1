import Tensors

/// Random changes of training images, drawn anew in each epoch: shifts, and mirror images.
public struct Augmentation: Sendable, Hashable {
    /// Largest shift along each side, in pixels.
    public var pixels: Int
    /// Whether every second image is mirrored.
    public var isMirrored: Bool

    /// Describes the changes.
    public init(pixels: Int = 2, isMirrored: Bool = true) {
        self.pixels = pixels
        self.isMirrored = isMirrored
    }

    /// A batch (N, H, W, C) with each image changed at random; records that are no images stay as they are.
    func varied(_ records: TensorValues, _ generator: inout SeededGenerator) -> TensorValues {
        guard let shape = ImageShape(Array(records.shape.dropFirst())) else { return records }
        let size = records.rowSize
        let floats = [Float](unsafeUninitializedCapacity: records.floats.count) { buffer, count in
            for row in 0..<records.rows {
                let move = ImageMove(
                    isFlipped: isMirrored && Bool.random(using: &generator),
                    down: Int.random(in: -pixels...pixels, using: &generator),
                    right: Int.random(in: -pixels...pixels, using: &generator)
                )
                move.write(records.row(row), shape, into: .init(rebasing: buffer[row * size..<(row + 1) * size]))
            }
            count = records.floats.count
        }
        return TensorValues(shape: records.shape, floats: floats)
    }
}
