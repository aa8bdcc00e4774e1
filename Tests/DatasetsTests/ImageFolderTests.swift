import Diagnostics
import Images
import Testing

@testable import Datasets

/// Folders of class folders of images.
struct ImageFolderTests {
    private func open(
        _ folder: String,
        names: [String] = [],
        resize: [Int]? = nil,
        channels: Int? = nil,
        resizer: ImageResizer? = nil
    ) throws -> Dataset {
        let description = DatasetDescription(
            path: fixture(folder),
            classNames: names,
            resize: resize,
            channels: channels
        )
        return try Dataset.open(description, role: "images", resizer: resizer)
    }

    @Test func foldersAreClassesInSortedOrder() throws {
        let set = try open("folder")
        #expect(set.count == 6 && set.recordShape == [4, 6, 3])
        #expect(set.classNames == ["a-class", "b-class"])
        #expect(set.labels == [0, 0, 0, 1, 1, 1])
        let values = try set.values(rows: [0, 5])
        #expect(values.prefix(3) == [40, 41, 42])
        #expect(values.dropFirst(72).prefix(3) == [20, 21, 22])
        #expect(values.count == 144)
        #expect(try open("folder", names: ["b-class", "absent", "a-class"]).labels == [2, 2, 2, 0, 0, 0])
        #expect(try open("folder", channels: 1).recordShape == [4, 6, 1])
        #expect(try open("grey").recordShape == [4, 6, 1])
        #expect(try open("grey", channels: 3).values(rows: 0..<1) == [Float](repeating: 9, count: 72))
    }

    @Test func imagesAreResizedByWhatIsPluggedIn() throws {
        let resizer: ImageResizer = { image, height, width in
            let pixels = [UInt8](repeating: UInt8(image.height), count: height * width * image.channels)
            return try #require(
                DecodedImage(width: width, height: height, channels: image.channels, pixels: pixels)
            )
        }
        let set = try open("mixed", resize: [2, 3], resizer: resizer)
        #expect(set.recordShape == [2, 3, 1])
        #expect(try set.values(rows: 0..<2) == [4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5])
        expect(.shapeMismatch) { _ = try open("mixed", resize: [2, 3]) }
        expect(.shapeMismatch) { _ = try open("mixed", resize: [2], resizer: resizer) }
        let failing = try open("mixed", resize: [2, 3]) { _, _, _ in throw CancellationError() }
        expect(.unreadable) { try failing.validate() }
    }

    @Test func foldersThatAreRefused() throws {
        expect(.shapeMismatch, at: .file(fixture("mixed/one/1.png"))) { try open("mixed").validate() }
        expect(.unreadable, at: .file(fixture("broken/one/1.png"))) { try open("broken").validate() }
        expect(.emptySet) { _ = try open("no-images") }
        expect(.missingFile) { _ = try open("absent") }
        expect(.badLabel, at: .file(fixture("folder/b-class"))) { _ = try open("folder", names: ["a-class"]) }
        expect(.missingLabels) { _ = try open("folder/a-class") }
    }
}
