import Tensors

/// Several tensors made one: elementwise, or one after the other along an axis.
public struct Merge: Layer {
    /// How.
    public enum Operation: Sendable, Hashable {
        /// Σ x_i.
        case add
        /// x_1 − x_2.
        case subtract
        /// Π x_i.
        case multiply
        /// Σ x_i / n.
        case average
        /// Elementwise largest value.
        case maximum
        /// Elementwise smallest value.
        case minimum
        /// One after the other along an axis of the batch (N is 0; −1 is the last).
        case concatenate(axis: Int)
    }

    /// How.
    public let operation: Operation
    /// For each tensor whether it comes with a mask, which leaves steps out of products, maxima and minima; the masks
    /// follow the tensors. Empty without any.
    public let masks: [Bool]

    /// Describes a merge.
    public init(_ operation: Operation, masks: [Bool] = []) {
        self.operation = operation
        self.masks = masks.contains(true) ? masks : []
    }

    /// Sums of a few values.
    public var takesBfloat16: Bool { operation == .add && masks.isEmpty }

    /// How many masks there are.
    var maskCount: Int { masks.filter(\.self).count }

    /// The common shape; an axis of length 1 stretches, a concatenated axis adds up.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        let inputs = Array(shapes.dropLast(maskCount))
        if !masks.isEmpty {
            let steps = zip(inputs, masks).filter(\.1).map { Array($0.0.dropLast()) }
            guard masks.count == inputs.count, Array(shapes.suffix(maskCount)) == steps else {
                throw .shape("Merge", "takes tensors with masks of their steps, gets \(shapes)")
            }
        }
        guard var shape = inputs.first, inputs.allSatisfy({ $0.count == shape.count }) else {
            throw .shape("Merge", "needs tensors of the same rank, gets \(inputs)")
        }
        if case .concatenate(let axis) = operation {
            let index = axis < 0 ? shape.count + axis : axis - 1
            guard shape.indices.contains(index) else { throw .shape("Merge", "has no axis \(axis) in \(inputs)") }
            for other in inputs.dropFirst() {
                guard shape.indices.allSatisfy({ $0 == index || shape[$0] == other[$0] }) else {
                    throw .shape("Merge", "cannot put \(inputs) together along axis \(axis)")
                }
                shape[index] += other[index]
            }
            return shape
        }
        if operation == .subtract, inputs.count != 2 { throw .shape("Merge", "subtracts exactly two tensors") }
        for other in inputs.dropFirst() {
            for (axis, length) in other.enumerated() where length != shape[axis] {
                guard length == 1 || shape[axis] == 1 else { throw .shape("Merge", "cannot combine \(inputs)") }
                shape[axis] = max(length, shape[axis])
            }
        }
        return shape
    }

    /// The combined tensor.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        guard masks.isEmpty else { return try masked(inputs) }
        if case .concatenate(let axis) = operation { return try Tensor.concatenated(inputs, axis: axis) }
        var result = inputs[0]
        for next in inputs.dropFirst() {
            switch operation {
            case .add, .average: result = try result.adding(next)
            case .subtract: result = try result.subtracting(next)
            case .multiply: result = try result.multiplying(next)
            case .maximum: result = try result.maximum(next)
            case .minimum: result = try result.minimum(next)
            case .concatenate: break
            }
        }
        return operation == .average ? try result.multiplying(1 / Double(inputs.count)) : result
    }
}
