import Tensors
import Testing

@testable import Networks

/// Batch normalisation of bfloat16 numbers: that of the same numbers in float32, cut to 8 binary digits.
@Suite struct NarrowNormalisationTests {
    private struct Answer {
        let y: [Float]
        let slopes: [[Float]]
        let moved: [[Float]]
    }

    private func cut(_ tensor: Tensor) throws -> Tensor { try tensor.converted(to: .bfloat16).widened() }

    /// Values with a deviation of their own per channel, about 3.
    private func values(_ shape: [Int], _ seed: UInt64) throws -> Tensor {
        let channels = shape[shape.count - 1]
        let noise = try TensorGenerator(Seed(seed)).normal(deviation: 1, shape: shape).values()
        let floats = noise.floats.enumerated().map { place, value in
            3 + value * (0.1 + Float(place % channels) / 4)
        }
        return try cut(Tensor(TensorValues(shape: shape, floats: floats), device: .cpu))
    }

    private func answer(_ shape: [Int], isNarrow: Bool, isTraining: Bool = true) throws -> Answer {
        let channels = shape[shape.count - 1]
        let layer = BatchNorm(features: channels, momentum: 0.9, epsilon: 1e-3)
        let x = try values(shape, 5)
        let slope = try values(shape, 6).adding(-3)
        let parameters = try (0..<4).map { place in
            let own = try TensorGenerator(Seed(UInt64(10 + place))).normal(deviation: 0.3, shape: [channels]).values()
            return try Tensor(TensorValues(shape: [channels], floats: own.floats.map { abs($0) + 0.5 }), device: .cpu)
        }
        for tensor in [x] + parameters[..<2] { try tensor.setRequiresGradient(true) }
        let pass: Pass = isTraining ? .training(TensorGenerator(Seed(1)), isMixed: isNarrow) : .inference
        let y = try layer.forward([isNarrow ? x.converted(to: .bfloat16) : x], parameters, pass).widened()
        try y.multiplying(cut(slope)).sum(axes: Array(shape.indices)).backward()
        return Answer(
            y: try y.floats(),
            slopes: try ([x] + parameters[..<2]).map { try #require($0.gradient).floats() },
            moved: try parameters[2...].map { try $0.floats() }
        )
    }

    private func check(_ narrow: [Float], _ wide: [Float], digits: Float) {
        let size = wide.map(abs).max() ?? 0
        #expect(narrow.count == wide.count && size > 0)
        #expect(zip(narrow, wide).allSatisfy { abs($0 - $1) <= abs($1) * digits + size * 1e-4 })
    }

    /// Channels that the processor takes at once, one more block of them than fits, and some that it does not.
    @Test(arguments: [[8, 9, 7, 16], [3, 40, 40, 32], [5, 6, 6, 24]])
    func answersAndSlopesOfTheSameNumbers(_ shape: [Int]) throws {
        let (narrow, wide) = (try answer(shape, isNarrow: true), try answer(shape, isNarrow: false))
        check(narrow.y, wide.y, digits: 1.0 / 256)
        check(narrow.slopes[0], wide.slopes[0], digits: 1.0 / 128)
        for place in 1...2 { check(narrow.slopes[place], wide.slopes[place], digits: 1e-3) }
        for (narrow, wide) in zip(narrow.moved, wide.moved) { check(narrow, wide, digits: 1e-5) }
    }

    @Test func theSameWhateverTheThreads() throws {
        let answers = try [1, 2, 3].map { threads in
            Engine.setThreads(threads)
            defer { Engine.setThreads(1) }
            return try answer([3, 40, 40, 32], isNarrow: true)
        }
        for other in answers.dropFirst() {
            #expect(other.y == answers[0].y && other.slopes == answers[0].slopes && other.moved == answers[0].moved)
        }
    }

    @Test func whatIsNotANumberStaysSo() throws {
        var values = [Float](repeating: 1, count: 4 * 16)
        values[3] = .nan
        let layer = BatchNorm(features: 16, momentum: 0.9, epsilon: 1e-3)
        let ones = { (value: Float) in
            try Tensor(TensorValues(shape: [16], floats: Array(repeating: value, count: 16)), device: .cpu)
        }
        let x = try Tensor(TensorValues(shape: [1, 2, 2, 16], floats: values), device: .cpu).converted(to: .bfloat16)
        let parameters = try [ones(1), ones(0), ones(0), ones(1)]
        let pass = Pass.training(TensorGenerator(Seed(1)), isMixed: true)
        let y = try layer.forward([x], parameters, pass).widened().floats()
        #expect(y.indices.allSatisfy { y[$0].isNaN == ($0 % 16 == 3) })
    }
}
