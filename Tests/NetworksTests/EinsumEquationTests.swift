import Networks
import Testing

/// Equations of contractions: what they ask for, and which are refused.
@Suite struct EinsumEquationTests {
    @Test func workOutShapes() throws {
        let plain = try #require(EinsumEquation("abc,cde->abde"))
        let shapes = try plain.shapes(record: [4, 6], wanted: [-1, 2, 3], biasLetters: ["e"])
        #expect(shapes == .init(kernel: [6, 2, 3], bias: [3], output: [4, 2, 3]))
        let left = try #require(EinsumEquation("...x,xy->...y"))
        #expect(
            try left.shapes(record: [7, 8, 6], wanted: [5], biasLetters: ["y"])
                == .init(kernel: [6, 5], bias: [5], output: [7, 8, 5])
        )
        let right = try #require(EinsumEquation("ab...,bc->ac..."))
        #expect(
            try right.shapes(record: [4, 6, 7], wanted: [3], biasLetters: ["c"])
                == .init(kernel: [4, 3], bias: [3, 1, 1], output: [3, 6, 7])
        )
        let middle = try #require(EinsumEquation("abc,bd->adc"))
        let biased = try middle.shapes(record: [4, 6], wanted: [3, 6], biasLetters: ["d"])
        #expect(biased == .init(kernel: [4, 3], bias: [3, 1], output: [3, 6]))
    }

    @Test(arguments: [
        "", ",", "->", "ab,bc", "ab->ac", "aab,bc->ac", "ab,bbc->ac", "ab,bc->aac", "ab,bc->ad", "ab,de->ab",
        "a b,bc->ac",
        "...,xy->...y", "...x,xy->y", "ab,ac->bc", "äb,bc->äc", "ab,bc->ac->a", "ab,bc,cd->ad",
        String(repeating: "abcdefgh", count: 20) + ",b->a",
    ])
    func areRefused(_ text: String) {
        #expect(EinsumEquation(text) == nil)
    }

    @Test func refuseShapesThatDoNotFit() throws {
        let equation = try #require(EinsumEquation("abc,cd->abd"))
        for (record, wanted) in [
            ([4], [4, 5]), ([4, 6], [5]), ([4, 6], [3, 5]), ([4, 6], [4, -1]), ([4, 6], [4, 0]),
        ] {
            #expect(throws: NetworkError.self) {
                try equation.shapes(record: record, wanted: wanted, biasLetters: nil)
            }
        }
        #expect(throws: NetworkError.self) {
            try equation.shapes(record: [4, 6], wanted: [4, 5], biasLetters: ["z"])
        }
    }
}
