/// The largest images that are decoded.
enum ImageLimits {
    /// Pixels along one side.
    static let side = 16_384
    /// Pixels in all.
    static let pixels = 1 << 26
    /// Bytes of a file.
    static let fileBytes = 1 << 28

    static func check(width: Int, height: Int, _ path: String) throws(ImageError) {
        guard width > 0, height > 0, width <= side, height <= side, width * height <= pixels else {
            throw ImageError(.tooLarge, path, "The image declares \(width) × \(height) pixels.")
        }
    }
}
