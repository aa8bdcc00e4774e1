import Diagnostics
import Foundation
import Testing

@testable import Images

/// Images written and decoded by Pillow, against our decoding of the same files.
struct ImageDecoderTests {
    struct Expected: Decodable {
        let width: Int
        let height: Int
        let rgb: [UInt8]
        let grey: [UInt8]
    }

    let expected: [String: Expected]

    init() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: fixture("expected.json")))
        expected = try JSONDecoder().decode([String: Expected].self, from: data)
    }

    @Test(arguments: [
        "rgb.png", "grey.png", "alpha.png", "palette.png", "rgb.ppm", "grey.pgm", "grey16.png", "grey.jpg",
    ])
    func losslessAndGreyImagesAreEqual(_ name: String) throws {
        let reference = try #require(expected[name])
        let colour = try ImageDecoder.decode(contentsOf: fixture(name), channels: 3)
        #expect(colour.width == reference.width && colour.height == reference.height && colour.channels == 3)
        #expect(largestDifference(colour.pixels, reference.rgb) == 0)
        let grey = try ImageDecoder.decode(contentsOf: fixture(name), channels: 1)
        #expect(grey.channels == 1)
        #expect(largestDifference(grey.pixels, reference.grey) == 0)
    }

    @Test(arguments: ["rgb.jpg", "progressive.jpg"])
    func colourJPEGsAreWithinRounding(_ name: String) throws {
        let reference = try #require(expected[name])
        let colour = try ImageDecoder.decode(contentsOf: fixture(name), channels: 3)
        #expect(largestDifference(colour.pixels, reference.rgb) <= 2)
        let grey = try ImageDecoder.decode(contentsOf: fixture(name), channels: 1)
        #expect(largestDifference(grey.pixels, reference.grey) <= 3)
    }

    @Test(arguments: [
        ("rgb.png", 3), ("grey.png", 1), ("alpha.png", 3), ("palette.png", 3), ("rgb.jpg", 3), ("grey.jpg", 1),
        ("rgb.ppm", 3), ("grey.pgm", 1),
    ])
    func factsAreReadFromTheHeader(_ name: String, _ channels: Int) throws {
        let facts = try ImageDecoder.facts(contentsOf: fixture(name))
        #expect(facts == ImageFacts(width: 30, height: 20, channels: channels))
    }

    @Test(arguments: [
        ("cut.png", ImageError.Code.damaged), ("header-only.png", .damaged), ("flipped.png", .damaged),
        ("huge.png", .tooLarge), ("cut.jpg", .damaged), ("header-only.jpg", .damaged), ("huge.jpg", .tooLarge),
        ("cmyk.jpg", .unsupported), ("cut.pgm", .damaged), ("huge.pgm", .damaged), ("text.png", .unknownFormat),
        ("empty.jpg", .unknownFormat), ("absent.png", .fileNotFound), ("", .notReadable),
    ])
    func filesThatAreRefused(_ name: String, _ code: ImageError.Code) {
        for channels in [1, 3] {
            do {
                _ = try ImageDecoder.decode(contentsOf: fixture(name), channels: channels)
                Issue.record("no error was thrown")
            } catch {
                #expect(error.code == code, "\(error)")
                #expect(error.location == .file(fixture(name)))
            }
        }
    }

    @Test func imagesNeedAllTheirPixels() {
        #expect(DecodedImage(width: 2, height: 2, channels: 1, pixels: [1, 2, 3]) == nil)
        #expect(DecodedImage(width: 2, height: 1, channels: 1, pixels: [1, 2])?.pixels == [1, 2])
    }

    private func largestDifference(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard left.count == right.count else { return .max }
        return zip(left, right).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }
}

/// A committed fixture; `Fixtures/make.py` says how it was made.
private func fixture(_ name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name).path
}
