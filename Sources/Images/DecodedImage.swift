/// An image as bytes.
public struct DecodedImage: Sendable, Hashable {
    /// Pixels from left to right (W).
    public let width: Int
    /// Pixels from top to bottom (H).
    public let height: Int
    /// Bytes per pixel (C): 1 grey, 3 red, green, blue.
    public let channels: Int
    /// 0…255, row-major, H × W × C.
    public let pixels: [UInt8]

    /// Takes pixels as they are; nil when there are not H × W × C of them.
    public init?(width: Int, height: Int, channels: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, channels > 0, pixels.count == width * height * channels else { return nil }
        self.init(pixels, width, height, channels)
    }

    init(_ pixels: [UInt8], _ width: Int, _ height: Int, _ channels: Int) {
        self.width = width
        self.height = height
        self.channels = channels
        self.pixels = pixels
    }

    /// Grey by the luma of ITU-R BT.601, in the integer arithmetic that Pillow uses; grey images stay as they are.
    func grey() -> DecodedImage {
        guard channels == 3 else { return self }
        let luma = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for pixel in 0..<width * height {
                let red = Int(pixels[3 * pixel]) * 19595
                let green = Int(pixels[3 * pixel + 1]) * 38470
                let blue = Int(pixels[3 * pixel + 2]) * 7471
                buffer[pixel] = UInt8((red + green + blue + 0x8000) >> 16)
            }
            count = width * height
        }
        return DecodedImage(luma, width, height, 1)
    }
}
