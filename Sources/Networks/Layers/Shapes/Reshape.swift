import Tensors

/// The same values in row-major order under another shape.
public struct Reshape: Layer {
    /// The record's new shape; one axis may be −1.
    public let target: [Int]

    /// Describes a reshape.
    public init(_ target: [Int]) { self.target = target }

    /// The target with its −1 worked out.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let count = inputs[0].reduce(1, *)
        let known = target.filter { $0 >= 0 }.reduce(into: (1, false)) { total, length in
            let (product, isOver) = total.0.multipliedReportingOverflow(by: length)
            total = (product, total.1 || isOver)
        }
        let unknown = target.filter { $0 < 0 }.count
        let isFitting =
            unknown == 0 ? known.0 == count : unknown == 1 && known.0 > 0 && count % known.0 == 0
        guard !known.1, isFitting else { throw .shape("Reshape", "cannot give \(inputs[0]) the shape \(target)") }
        return target.map { $0 < 0 ? count / known.0 : $0 }
    }

    /// (N, target).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].reshaped([inputs[0].shape[0]] + target)
    }
}
