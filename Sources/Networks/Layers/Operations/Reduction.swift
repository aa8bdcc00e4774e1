import Tensors

/// The mean, the sum, the largest or the smallest value over some axes.
public struct Reduction: Layer {
    /// What is taken.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The mean.
        case mean
        /// The sum.
        case sum
        /// The largest value.
        case max
        /// The smallest value.
        case min
    }

    /// What is taken.
    public let kind: Kind
    /// The axes of a batch (N is 0), ascending.
    public let axes: [Int]
    /// Number of axes of a batch.
    public let rank: Int
    /// Whether the axes stay, with length 1.
    public let keepsAxes: Bool

    /// Describes a reduction.
    public init(_ kind: Kind, axes: [Int], rank: Int, keepsAxes: Bool = false) {
        self.kind = kind
        self.axes = axes
        self.rank = rank
        self.keepsAxes = keepsAxes
    }

    /// The input's shape without the axes, or with length 1 there.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        guard !axes.isEmpty, shape.count + 1 == rank, axes.allSatisfy({ $0 >= 1 && $0 <= shape.count }) else {
            throw .shape("Reduction", "has no axes \(axes) in \(shape)")
        }
        if keepsAxes { return shape.enumerated().map { axes.contains($0 + 1) ? 1 : $1 } }
        return shape.enumerated().filter { !axes.contains($0.offset + 1) }.map(\.element)
    }

    /// What is taken over the axes.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        switch kind {
        case .mean: try inputs[0].mean(axes: axes, keepingAxes: keepsAxes)
        case .sum: try inputs[0].sum(axes: axes, keepingAxes: keepsAxes)
        case .max: try inputs[0].max(axes: axes, keepingAxes: keepsAxes)
        case .min: try inputs[0].min(axes: axes, keepingAxes: keepsAxes)
        }
    }
}
