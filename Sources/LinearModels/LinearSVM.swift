/// A linear support vector machine that tells members from non-members.
///
/// It minimises ½(‖w‖² + b²) + C Σ max(0, 1 − s_i (w·x_i + b))² with s = +1 for members and −1 for non-members: liblinear's
/// L2-regularised L2-loss classifier with the intercept regularised like a weight, as scikit-learn's `LinearSVC` has it.
public struct LinearSVM: Sendable, Hashable {
    /// The weights w (one per column).
    public let weights: [Double]
    /// The intercept b.
    public let intercept: Double

    /// Makes a machine from weights.
    public init(weights: [Double], intercept: Double) {
        self.weights = weights
        self.intercept = intercept
    }

    /// The decision values w·x + b; positive means member.
    ///
    /// - Parameters:
    ///   - features: (N, columns), row by row.
    ///   - rows: N.
    /// - Returns: N values, NaN where a feature is; none where the features are not N rows of as many columns as weights.
    public func decisionValues(features: [Float], rows: Int) -> [Double] {
        let columns = weights.count
        let (size, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns > 0, !overflow, size == features.count else { return [] }
        return features.withUnsafeBufferPointer { features in
            weights.withUnsafeBufferPointer { weights in
                (0..<rows).map { row in
                    var sum = intercept
                    for column in 0..<columns { sum += weights[column] * Double(features[row * columns + column]) }
                    return sum
                }
            }
        }
    }
}
