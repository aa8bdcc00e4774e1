import Tensors

/// A part of a record: along each axis a range, every so many of its elements, all of them backwards, or one.
public struct Slicing: Layer {
    /// What stays of one axis.
    public enum Part: Sendable, Hashable {
        /// Each `step`-th element of a range.
        case range(Range<Int>, step: Int)
        /// All elements, the last one first.
        case backwards
        /// One element; the axis goes.
        case element(Int)
    }

    /// What stays, for each axis of a record.
    public let parts: [Part]

    /// Describes a part.
    public init(_ parts: [Part]) { self.parts = parts }

    /// The lengths of the parts.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        let isFitting = zip(parts, shape).allSatisfy { part, length in
            switch part {
            case .range(let range, let step): step > 0 && range.lowerBound >= 0 && range.upperBound <= length
            case .backwards: true
            case .element(let index): (0..<length).contains(index)
            }
        }
        guard parts.count == shape.count, isFitting else {
            throw .shape("Slicing", "\(parts) are no parts of \(shape)")
        }
        return zip(parts, shape).compactMap { part, length in
            switch part {
            case .range(let range, let step): (range.count + step - 1) / step
            case .backwards: length
            case .element: nil
            }
        }
    }

    /// The part of the batch.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var x = inputs[0]
        let shape = try? outputShape([Array(x.shape.dropFirst())])
        for (index, part) in parts.enumerated() {
            let axis = index + 1
            let length = x.shape[axis]
            switch part {
            case .range(let range, let step):
                if range != 0..<length || step > 1 { x = try x.slice(axis: axis, range, step: step) }
            case .backwards:
                x = try x.selecting(Tensor(Array((0..<length).reversed()), device: x.device), axis: axis)
            case .element(let element): x = try x.slice(axis: axis, element..<element + 1)
            }
        }
        return try x.reshaped([x.shape[0]] + (shape ?? Array(x.shape.dropFirst())))
    }
}
