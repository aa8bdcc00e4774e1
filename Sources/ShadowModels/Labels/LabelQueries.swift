import Networks
import Tensors

/// A model that answers each input with nothing but a label; it belongs to the worker that made it.
final class LabelQueries {
    private let network: Network
    private let recordShape: [Int]
    private let sliceSize: Int
    /// How the model runs for disturbed records.
    private let pass: Pass
    private let cancellation: Cancellation
    /// How often the model was asked so far.
    private(set) var count = 0

    /// Takes a network that answers logits, and how it computes for disturbed records.
    init(
        _ network: Network,
        recordShape: [Int],
        sliceSize: Int,
        precision: Precision,
        cancellation: Cancellation
    ) {
        self.network = network
        self.recordShape = recordShape
        self.sliceSize = sliceSize
        pass = .inference(isMixed: precision.isMixed(network))
        self.cancellation = cancellation
    }

    /// The labels of disturbed records: for each the class with the largest answer, the first of equals.
    ///
    /// - Parameters:
    ///   - inputs: how many.
    ///   - write: writes one of them, row-major.
    /// - Throws: `NetworkError.diverged` for an answer that is not a number, `NetworkError.cancelled`, an engine failure.
    func labels(_ inputs: Int, write: (Int, UnsafeMutableBufferPointer<Float>) -> Void) throws -> [Int] {
        try labels(inputs, pass, write: write)
    }

    private func labels(
        _ inputs: Int,
        _ pass: Pass,
        write: (Int, UnsafeMutableBufferPointer<Float>) -> Void
    ) throws -> [Int] {
        let size = recordShape.reduce(1, *)
        var labels: [Int] = []
        labels.reserveCapacity(inputs)
        for start in stride(from: 0, to: inputs, by: sliceSize) {
            try cancellation.check()
            let rows = min(sliceSize, inputs - start)
            var floats = [Float](repeating: 0, count: rows * size)
            floats.withUnsafeMutableBufferPointer { all in
                for row in 0..<rows {
                    write(start + row, UnsafeMutableBufferPointer(rebasing: all[row * size..<(row + 1) * size]))
                }
            }
            let batch = TensorValues(shape: [rows] + recordShape, floats: floats)
            let answers = try Engine.withoutGradients { () throws(TensorError) -> TensorValues in
                try network.forward(Tensor(batch, device: network.device), pass).values()
            }
            for row in 0..<rows { labels.append(try Self.label(answers.row(row))) }
        }
        count += inputs
        return labels
    }

    /// The labels of records (N, …) as they are, with all digits.
    func labels(_ records: TensorValues) throws -> [Int] {
        try labels(records.rows, .inference) { row, input in
            for (place, value) in records.row(row).enumerated() { input[place] = value }
        }
    }

    private static func label(_ answer: ArraySlice<Float>) throws(NetworkError) -> Int {
        var best = answer.startIndex
        for place in answer.indices {
            guard !answer[place].isNaN else {
                throw NetworkError(
                    .diverged,
                    "the model answers a disturbed record with values that are not numbers",
                    remedy: "Check the model's weights and the `source.preprocessing` of the manifest."
                )
            }
            if answer[place] > answer[best] { best = place }
        }
        return best - answer.startIndex
    }
}
