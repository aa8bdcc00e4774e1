import CImageCodecs

/// PNG by libpng's simplified interface.
enum PNGCodec {
    static func decode(_ bytes: [UInt8], _ path: String) throws(ImageError) -> DecodedImage {
        try withImage(bytes, path) { (image, facts) throws(ImageError) in
            image.format = UInt32(PNG_FORMAT_FLAG_COLOR) | UInt32(PNG_FORMAT_FLAG_ALPHA)
            // 16-bit samples are the same curve with more digits, as every other 8-bit reader takes them.
            image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
            var pixels = [UInt8](repeating: 0, count: facts.width * facts.height * 4)
            guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else {
                throw ImageError(.damaged, path, "The PNG image cannot be decoded.", cause: message(&image))
            }
            return DecodedImage(onBlack(pixels), facts.width, facts.height, 3)
        }
    }

    static func facts(_ bytes: [UInt8], _ path: String) throws(ImageError) -> ImageFacts {
        try withImage(bytes, path) { (_, facts) throws(ImageError) in facts }
    }

    /// Red, green and blue of each pixel over black.
    private static func onBlack(_ rgba: [UInt8]) -> [UInt8] {
        let count = rgba.count / 4
        return [UInt8](unsafeUninitializedCapacity: 3 * count) { buffer, initialized in
            for pixel in 0..<count {
                let alpha = Int(rgba[4 * pixel + 3])
                for channel in 0..<3 {
                    buffer[3 * pixel + channel] = UInt8((Int(rgba[4 * pixel + channel]) * alpha + 127) / 255)
                }
            }
            initialized = 3 * count
        }
    }

    /// The bytes stay where they are until `body` is through: libpng reads from them until then.
    private static func withImage<Result>(
        _ bytes: [UInt8],
        _ path: String,
        _ body: (inout png_image, ImageFacts) throws(ImageError) -> Result
    ) throws(ImageError) -> Result {
        let result: Swift.Result<Result, ImageError> = bytes.withUnsafeBytes { raw in
            .init(catching: { () throws(ImageError) in
                var image = png_image()
                defer { png_image_free(&image) }
                let facts = try begin(&image, raw, path)
                return try body(&image, facts)
            })
        }
        return try result.get()
    }

    private static func begin(
        _ image: inout png_image,
        _ bytes: UnsafeRawBufferPointer,
        _ path: String
    ) throws(ImageError) -> ImageFacts {
        image.version = UInt32(PNG_IMAGE_VERSION)
        guard let start = bytes.baseAddress, png_image_begin_read_from_memory(&image, start, bytes.count) != 0 else {
            throw ImageError(.damaged, path, "The PNG image cannot be read.", cause: message(&image))
        }
        let width = Int(image.width)
        let height = Int(image.height)
        try ImageLimits.check(width: width, height: height, path)
        let channels = image.format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1
        return ImageFacts(width: width, height: height, channels: channels)
    }

    private static func message(_ image: inout png_image) -> String {
        withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
