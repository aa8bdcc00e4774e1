import Testing

@testable import Datasets

/// Each step against arithmetic done by hand.
struct PreprocessingTests {
    private func apply(_ steps: Preprocessing, _ values: [Float], _ shape: [Int]) throws -> [Float] {
        var values = values
        try steps.apply(to: &values, recordShape: shape)
        return values
    }

    @Test func steps() throws {
        let pixels: [Float] = [0, 10, 20, 30, 40, 50]
        #expect(Preprocessing().isIdentity)
        #expect(try apply(Preprocessing(), pixels, [1, 2, 3]) == pixels)
        #expect(try apply(.init(scale: 0.5, offset: -1), pixels, [1, 2, 3]) == [-1, 4, 9, 14, 19, 24])
        #expect(try apply(.init(mean: [10], std: [2]), pixels, [6]) == [-5, 0, 5, 10, 15, 20])
        #expect(try apply(.init(mean: [0, 10, 20]), pixels, [1, 2, 3]) == [0, 0, 0, 30, 30, 30])
        #expect(try apply(.init(std: [1, 2, 4]), pixels, [1, 2, 3]) == [0, 5, 5, 30, 20, 12.5])
        #expect(try apply(.init(channelOrder: .bgr), pixels, [1, 2, 3]) == [20, 10, 0, 50, 40, 30])
        let all = Preprocessing(scale: 2, offset: 1, mean: [1, 2, 3], std: [1, 2, 4], channelOrder: .bgr)
        #expect(try apply(all, [1, 2, 3], [1, 1, 3]) == [6, 1.5, 0])
        #expect(try apply(.init(scale: 2), [], [3]) == [])
    }

    @Test func stepsThatDoNotFit() {
        expect(.badPreprocessing) { _ = try apply(.init(mean: [1, 2]), [1, 2, 3], [1, 1, 3]) }
        expect(.badPreprocessing) { _ = try apply(.init(std: [0]), [1, 2, 3], [3]) }
        expect(.badPreprocessing) { _ = try apply(.init(scale: .nan), [1, 2, 3], [3]) }
        expect(.badPreprocessing) { _ = try apply(.init(channelOrder: .bgr), [1, 2], [1, 1, 2]) }
    }
}
