import Foundation

/// Decodes JPEG (libjpeg-turbo), PNG (libpng) and netpbm (libjpeg-turbo) files; orientation tags are not followed.
public enum ImageDecoder {
    /// File name extensions, in lower case, of the formats that can be read.
    public static let fileExtensions: Set<String> = ["jpg", "jpeg", "png", "pgm", "ppm"]

    /// Decodes a whole file; its first bytes tell the format, not its name.
    ///
    /// - Parameters:
    ///   - path: the image file.
    ///   - channels: 1 for grey, 3 for red, green, blue; other numbers count as 3.
    /// - Returns: 8-bit pixels; transparency is composited on black.
    /// - Throws: `fileNotFound`, `notReadable`, `unknownFormat`, `damaged`, `tooLarge` or `unsupported`.
    public static func decode(contentsOf path: String, channels: Int) throws(ImageError) -> DecodedImage {
        let bytes = try read(path)
        let image: DecodedImage
        switch try format(of: bytes, path) {
        case .jpeg: image = try JPEGCodec.decode(bytes, grey: channels == 1, path)
        case .png: image = try PNGCodec.decode(bytes, path)
        case .netpbm: image = try NetpbmCodec.decode(path)
        }
        return channels == 1 ? image.grey() : image
    }

    /// Reads what a file declares, without decoding its pixels (netpbm files are decoded).
    ///
    /// - Throws: `fileNotFound`, `notReadable`, `unknownFormat`, `damaged`, `tooLarge` or `unsupported`.
    public static func facts(contentsOf path: String) throws(ImageError) -> ImageFacts {
        let bytes = try read(path)
        switch try format(of: bytes, path) {
        case .jpeg: return try JPEGCodec.facts(bytes, path)
        case .png: return try PNGCodec.facts(bytes, path)
        case .netpbm:
            let image = try NetpbmCodec.decode(path)
            let grey = bytes[1] == UInt8(ascii: "5") || bytes[1] == UInt8(ascii: "2")
            return ImageFacts(width: image.width, height: image.height, channels: grey ? 1 : 3)
        }
    }

    private enum Format { case jpeg, png, netpbm }

    private static func format(of bytes: [UInt8], _ path: String) throws(ImageError) -> Format {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.count > 2, bytes[0] == UInt8(ascii: "P"), "2356".utf8.contains(bytes[1]) { return .netpbm }
        throw ImageError(.unknownFormat, path, "The file is neither JPEG nor PNG nor PGM nor PPM.")
    }

    private static func read(_ path: String) throws(ImageError) -> [UInt8] {
        var status = stat()
        guard !path.utf8.contains(0), stat(path, &status) == 0 else {
            throw ImageError(.fileNotFound, path, "There is no such file.")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ImageError(.notReadable, path, "This is no regular file.")
        }
        guard status.st_size <= ImageLimits.fileBytes else {
            throw ImageError(.tooLarge, path, "The file has \(status.st_size) bytes.")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImageError(.notReadable, path, "The file cannot be read.")
        }
        return [UInt8](data)
    }
}
