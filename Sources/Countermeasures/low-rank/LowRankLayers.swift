import Networks
import Tensors

/// Transferred kernels replaced by matrices of low rank.
public struct LowRankLayers: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "low-rank",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("energy", 0.9, in: 0.01...0.9999)]
    )

    private let energy: Double

    /// The share of the sum of squared singular values that is kept.
    public init(_ settings: CountermeasureSettings) { energy = settings["energy"] }

    /// Each kernel, a matrix of outputs by inputs, with the largest singular values that hold the share (Eckart & Young
    /// 1936); biases stay.
    public func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers {
        do {
            return try layers.editing { (_, values, _) throws(TensorError) in
                guard let matrix = WeightMatrix(values), let width = matrix.rows.first?.count, width > 0 else {
                    return nil
                }
                let whole = try Tensor(matrix.rows.flatMap(\.self), shape: [matrix.rows.count, width], device: .cpu)
                let parts = try whole.singularValues()
                let rank = Self.rank(try parts.values.doubles(), energy)
                let low = try parts.left.slice(axis: 1, 0..<rank)
                    .multiplying(parts.values.slice(axis: 0, 0..<rank))
                    .matrixProduct(parts.right.slice(axis: 0, 0..<rank))
                let floats = try low.floats()
                return matrix.kernel(matrix.rows.indices.map { Array(floats[$0 * width..<($0 + 1) * width]) })
            }
        } catch {
            throw CountermeasureError(error)
        }
    }

    /// How many of the values, in falling order, hold a share of the sum of all squares; at least one.
    static func rank(_ values: [Double], _ energy: Double) -> Int {
        let total = values.reduce(0) { $0 + $1 * $1 }
        var sum = 0.0
        for (index, value) in values.enumerated() {
            sum += value * value
            if sum >= energy * total { return index + 1 }
        }
        return values.count
    }
}
