import Diagnostics
import Foundation
import Images

/// Brings an image to a height and width.
public typealias ImageResizer = @Sendable (_ image: DecodedImage, _ height: Int, _ width: Int) throws -> DecodedImage

/// Image files of class folders, decoded when they are read; folders and files in sorted order.
struct ImageFolderStore: RecordStore {
    let recordShape: [Int]
    let element = StoredElement.uint8
    let readsThroughGaps = false
    private let files: [String]
    private let resizer: ImageResizer?

    var count: Int { files.count }

    func bytes(rows: Range<Int>) throws(DatasetError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * recordBytes)
        for row in rows { bytes += try pixels(files[row]) }
        return bytes
    }

    private func pixels(_ path: String) throws(DatasetError) -> [UInt8] {
        var image: DecodedImage
        do throws(ImageError) {
            image = try ImageDecoder.decode(contentsOf: path, channels: recordShape[2])
        } catch {
            throw DatasetError(error)
        }
        let shape = [image.height, image.width, image.channels]
        if let resizer, shape != recordShape {
            do { image = try resizer(image, recordShape[0], recordShape[1]) } catch {
                throw DatasetError(.unreadable, at: .file(path), "The image cannot be resized.", cause: "\(error)")
            }
        }
        guard [image.height, image.width, image.channels] == recordShape else {
            throw DatasetError(.shapeMismatch, at: .file(path), "The image is \(shape), not \(recordShape).")
        }
        return image.pixels
    }

    /// - Throws: `missingFile`, `emptySet`, `badLabel` (a folder that is no known class), `unsupportedFormat`,
    ///   `unreadable` or `shapeMismatch` (resizing is wanted, but there is no resizer).
    static func open(
        _ description: DatasetDescription,
        resizer: ImageResizer?
    ) throws(DatasetError) -> OpenedStore {
        let root = description.path
        let folders = try entries(root, description).filter { isFolder(root + "/" + $0) }
        let classNames = description.classNames.isEmpty ? folders : description.classNames
        var files: [String] = []
        var labels: [Double] = []
        for folder in folders {
            guard let label = classNames.firstIndex(of: folder) else {
                throw DatasetError(
                    .badLabel,
                    at: .file(root + "/" + folder),
                    "The folder is none of the named classes.",
                    remedy: NearestName.hint(folder, among: classNames)
                )
            }
            let images = try images(root + "/" + folder, description)
            files += images
            labels += [Double](repeating: Double(label), count: images.count)
        }
        let isFlat = folders.isEmpty
        if isFlat { files = try images(root, description) }
        guard let first = files.first else {
            throw DatasetError(.emptySet, at: description.place, "There are no images below '\(root)'.")
        }
        return OpenedStore(
            records: ImageFolderStore(
                recordShape: try recordShape(first, description, resizer),
                files: files,
                resizer: description.resize == nil ? nil : resizer
            ),
            labels: isFlat ? nil : .numbers(labels),
            classNames: classNames,
            source: root
        )
    }

    private init(recordShape: [Int], files: [String], resizer: ImageResizer?) {
        self.recordShape = recordShape
        self.files = files
        self.resizer = resizer
    }

    private static func recordShape(
        _ first: String,
        _ description: DatasetDescription,
        _ resizer: ImageResizer?
    ) throws(DatasetError) -> [Int] {
        let facts: ImageFacts
        do throws(ImageError) { facts = try ImageDecoder.facts(contentsOf: first) } catch { throw DatasetError(error) }
        let channels = (description.channels ?? facts.channels) == 1 ? 1 : 3
        guard let size = description.resize else { return [facts.height, facts.width, channels] }
        guard size.count == 2, size.allSatisfy({ (1...16_384).contains($0) }) else {
            throw DatasetError(
                .shapeMismatch,
                at: description.place,
                "Images cannot be resized to \(size).",
                remedy: "Write `resize: [height, width]`, each from 1 to 16384."
            )
        }
        guard resizer != nil || size == [facts.height, facts.width] else {
            throw DatasetError(.shapeMismatch, at: description.place, "Nothing is there to resize images.")
        }
        return size + [channels]
    }

    private static func images(_ folder: String, _ description: DatasetDescription) throws(DatasetError) -> [String] {
        try entries(folder, description)
            .filter { name in
                let parts = name.lowercased().split(separator: ".")
                return parts.count > 1 && ImageDecoder.fileExtensions.contains(String(parts[parts.count - 1]))
            }
            .map { folder + "/" + $0 }
    }

    private static func entries(_ folder: String, _ description: DatasetDescription) throws(DatasetError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            let missing = !FileManager.default.fileExists(atPath: folder)
            throw DatasetError(
                missing ? .missingFile : .unreadable,
                at: description.place,
                "The folder '\(folder)' cannot be listed.",
                cause: missing ? nil : "\(error)"
            )
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
