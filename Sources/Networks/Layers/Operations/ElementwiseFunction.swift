import Tensors

/// A function applied to each element.
public struct ElementwiseFunction: Layer {
    /// Which.
    public enum Function: Sendable, Hashable {
        /// √x.
        case squareRoot
        /// 1 / √x.
        case reciprocalSquareRoot
        /// x².
        case square
        /// Natural logarithm.
        case log
        /// |x|.
        case magnitude
        /// x to a power.
        case power(Double)
        /// A number divided by x.
        case quotient(of: Double)
        /// min(max(x, low), high), each bound where it is given.
        case clip(low: Double?, high: Double?)
    }

    /// The function.
    public let function: Function

    /// Applies a function.
    public init(_ function: Function) { self.function = function }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// The function's values.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        switch function {
        case .squareRoot: return try x.squareRoot()
        case .reciprocalSquareRoot: return try x.reciprocalSquareRoot()
        case .square: return try x.squared()
        case .log: return try x.log()
        case .magnitude: return try x.magnitude()
        case .power(let exponent): return try x.power(exponent)
        case .quotient(let numerator): return try x.power(-1).multiplying(numerator)
        case .clip(let low, let high):
            let bounded = if let low { try x.clamped(low: low) } else { x }
            return if let high { try bounded.clamped(high: high) } else { bounded }
        }
    }
}
