import CImageCodecs

/// PGM and PPM by the loader that comes with libjpeg-turbo.
enum NetpbmCodec {
    static func decode(_ path: String) throws(ImageError) -> DecodedImage {
        var width: Int32 = 0
        var height: Int32 = 0
        var format = TJPF_RGB.rawValue
        guard let loaded = tjLoadImage(path, &width, 1, &height, &format, 0) else {
            let cause = tjGetErrorStr2(nil).map { String(cString: $0) }
            throw ImageError(.damaged, path, "The image cannot be decoded.", cause: cause)
        }
        defer { tjFree(loaded) }
        try ImageLimits.check(width: Int(width), height: Int(height), path)
        let size = Int(width) * Int(height) * 3
        let pixels = Array(UnsafeBufferPointer(start: loaded, count: size))
        return DecodedImage(pixels, Int(width), Int(height), 3)
    }
}
