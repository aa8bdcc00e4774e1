import Testing

@testable import Tensors

/// Gradients record by record, at the engine's own level.
@Suite struct RecordedGradientTests {
    private let x: Tensor
    private let weight: Tensor

    init() throws {
        x = try Tensor([1, 2, 3, 4, 5, 6], shape: [3, 2])
        weight = try Tensor([0.5, -1], shape: [2, 1])
        try weight.setRequiresGradient(true)
    }

    private func rows(_ loss: () throws(TensorError) -> Tensor) throws -> Tensor? {
        try RecordedGradients.rows(by: [weight], records: 3, loss)
    }

    @Test func keepsRecordsApart() throws {
        let table = try #require(
            try rows { () throws(TensorError) -> Tensor in
                try x.linear(weight: weight, bias: nil).squared().sum(axes: [0, 1])
            }
        )
        // 2·(x·w)·x, where x·w is −1.5, −2.5 and −3.5.
        #expect(try table.floats() == [-3, -6, -15, -20, -35, -42])
        #expect(try table.rowNorms().map { ($0 * $0 * 1e6).rounded() / 1e6 } == [45, 625, 2989])
        #expect(weight.gradient == nil)
    }

    /// A weight that something else takes, too, is not said to be recorded.
    @Test func saysWhatItCannotRecord() throws {
        let partly = try rows { () throws(TensorError) -> Tensor in
            try x.linear(weight: weight, bias: nil).sum(axes: [0, 1]).adding(weight.sum(axes: [0, 1]))
        }
        #expect(partly == nil && weight.gradient == nil)
        let transposed = try rows { () throws(TensorError) -> Tensor in
            try x.linear(weight: weight.reshaped([1, 2]).permuted([1, 0]).multiplying(1), bias: nil).sum(axes: [0, 1])
        }
        #expect(transposed == nil)
        // A batch of another length: its first axis is not that of the records.
        let part = try rows { () throws(TensorError) -> Tensor in
            try x.slice(axis: 0, 0..<2).linear(weight: weight, bias: nil).sum(axes: [0, 1])
        }
        #expect(part == nil)
    }

    @Test func endsWithItsBody() throws {
        #expect(throws: TensorError.self) {
            try rows { () throws(TensorError) -> Tensor in try x.linear(weight: x, bias: nil) }
        }
        try x.linear(weight: weight, bias: nil).sum(axes: [0, 1]).backward()
        #expect(try #require(weight.gradient).floats() == [9, 12], "added up again")
        weight.clearGradient()
        #expect(throws: TensorError.self) {
            try RecordedGradients.rows(by: [weight, weight], records: 3) { () throws(TensorError) -> Tensor in x }
        }
        #expect(throws: TensorError.self) {
            try RecordedGradients.rows(by: [x], records: 3) { () throws(TensorError) -> Tensor in x }
        }
    }

    /// Norms of long rows, whose squares are added up in single precision only piece by piece.
    @Test(arguments: [1, 31, 2047, 2048, 2100, 100_003]) func norms(_ count: Int) throws {
        let table = try TensorGenerator(Seed(1)).normal(shape: [3, count])
        let values = try table.doubles()
        for (row, norm) in try table.rowNorms().enumerated() {
            let own = values[row * count..<(row + 1) * count]
            let expected = own.reduce(0) { $0 + $1 * $1 }.squareRoot()
            #expect(abs(norm - expected) <= 1e-6 * expected)
            let wide = try table.converted(to: .float64).rowNorms()[row]
            #expect(abs(wide - expected) <= 1e-12 * expected)
        }
    }
}
