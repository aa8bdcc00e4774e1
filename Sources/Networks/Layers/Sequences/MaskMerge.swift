import Tensors

/// One mask (T) of several.
public struct MaskMerge: Layer {
    /// How.
    public enum Rule: Sendable, Hashable {
        /// A step counts where some mask says so.
        case any
        /// A step counts where every mask says so.
        case all
        /// The masks one after the other; where a number stands for one, that many steps that all count.
        case concatenated([Int?])
    }

    /// How.
    public let rule: Rule

    /// Describes a merge of masks.
    public init(_ rule: Rule) { self.rule = rule }

    /// (T), the sum of the lengths where the masks are put one after the other.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let first = inputs.first else { throw .shape("MaskMerge", "needs a mask") }
        if case .concatenated(let lengths) = rule {
            guard inputs.allSatisfy({ $0.count == 1 }), lengths.filter({ $0 == nil }).count == inputs.count else {
                throw .shape("MaskMerge", "cannot put the masks \(inputs) one after the other")
            }
            return [inputs.reduce(0) { $0 + $1[0] } + lengths.compactMap(\.self).reduce(0, +)]
        }
        guard inputs.allSatisfy({ $0 == first }) else { throw .shape("MaskMerge", "cannot combine \(inputs)") }
        return first
    }

    /// The mask.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var result = inputs[0]
        switch rule {
        case .any: for other in inputs.dropFirst() { result = try result.maximum(other) }
        case .all: for other in inputs.dropFirst() { result = try result.minimum(other) }
        case .concatenated(let lengths):
            var parts: [Tensor] = []
            var given = inputs[...]
            for length in lengths {
                if let length {
                    parts.append(try .full(1, shape: [result.shape[0], length], device: result.device))
                } else if let mask = given.popFirst() {
                    parts.append(mask)
                }
            }
            result = try .concatenated(parts, axis: 1)
        }
        return result
    }
}
