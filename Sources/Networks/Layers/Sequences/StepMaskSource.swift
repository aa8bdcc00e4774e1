import Tensors

/// The mask of a sequence: 1 for each step that counts, 0 for the others.
public struct StepMaskSource: Layer {
    /// Which steps count.
    public enum Rule: Sendable, Hashable {
        /// Values other than this one (indices other than 0 of an `Embedding`); the mask has the input's shape.
        case values(otherThan: Double)
        /// Steps with some value other than this one (`Masking`); the mask lacks the input's last axis.
        case steps(otherThan: Double)
    }

    /// Which steps count.
    public let rule: Rule

    /// Describes a mask.
    public init(_ rule: Rule) { self.rule = rule }

    /// (T), or the input's shape with or without its last axis.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard case .steps = rule else { return inputs[0] }
        guard inputs[0].count >= 2 else {
            throw .shape("Masking", "needs steps and values, gets the shape \(inputs[0])")
        }
        return inputs[0].dropLast()
    }

    /// 1 for each step that counts.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let isAbsent: Tensor
        switch rule {
        case .values(let value): isAbsent = try x.detached().equal(.full(value, shape: [1], device: x.device))
        case .steps(let value):
            isAbsent = try Masking(value: value).absent(x).reshaped(Array(x.shape.dropLast()))
        }
        return try isAbsent.converted(to: .float32).multiplying(-1).adding(1)
    }
}
