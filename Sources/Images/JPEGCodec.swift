import CImageCodecs

/// JPEG by libjpeg-turbo.
enum JPEGCodec {
    static func decode(_ bytes: [UInt8], grey: Bool, _ path: String) throws(ImageError) -> DecodedImage {
        try withDecoder(path) { (decoder) throws(ImageError) in
            let facts = try header(decoder, bytes, path)
            let channels = grey ? 1 : 3
            let format = grey ? TJPF_GRAY.rawValue : TJPF_RGB.rawValue
            // Accurate arithmetic gives the same pixels on every machine; a warning means that part of them is made up.
            let flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
            let size = facts.width * facts.height * channels
            var status: Int32 = -1
            let pixels = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                status = tjDecompress2(
                    decoder,
                    bytes,
                    UInt(bytes.count),
                    buffer.baseAddress,
                    Int32(facts.width),
                    0,
                    Int32(facts.height),
                    Int32(format),
                    flags
                )
                count = status == 0 ? size : 0
            }
            guard status == 0 else { throw failed(decoder, path) }
            return DecodedImage(pixels, facts.width, facts.height, channels)
        }
    }

    static func facts(_ bytes: [UInt8], _ path: String) throws(ImageError) -> ImageFacts {
        try withDecoder(path) { (decoder) throws(ImageError) in try header(decoder, bytes, path) }
    }

    private static func header(_ decoder: tjhandle, _ bytes: [UInt8], _ path: String) throws(ImageError) -> ImageFacts {
        var width: Int32 = 0
        var height: Int32 = 0
        var subsampling: Int32 = 0
        var colours: Int32 = 0
        guard
            tjDecompressHeader3(decoder, bytes, UInt(bytes.count), &width, &height, &subsampling, &colours) == 0,
            width > 0, height > 0
        else { throw failed(decoder, path) }
        try ImageLimits.check(width: Int(width), height: Int(height), path)
        if colours == TJCS_CMYK.rawValue || colours == TJCS_YCCK.rawValue {
            throw ImageError(.unsupported, path, "The image is in print colours (CMYK).")
        }
        return ImageFacts(width: Int(width), height: Int(height), channels: colours == TJCS_GRAY.rawValue ? 1 : 3)
    }

    private static func withDecoder<Result>(
        _ path: String,
        _ body: (tjhandle) throws(ImageError) -> Result
    ) throws(ImageError) -> Result {
        guard let decoder = tjInitDecompress() else {
            throw ImageError(.unsupported, path, "The JPEG decoder cannot start.")
        }
        defer { tjDestroy(decoder) }
        return try body(decoder)
    }

    private static func failed(_ decoder: tjhandle, _ path: String) -> ImageError {
        let cause = tjGetErrorStr2(decoder).map { String(cString: $0) }
        return ImageError(.damaged, path, "The JPEG image cannot be decoded.", cause: cause)
    }
}
