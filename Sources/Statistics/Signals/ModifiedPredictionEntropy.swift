import Foundation

/// Modified prediction entropy (Song and Mittal 2021; TransMIA, section 4.3, E2), the signal of the entropy-based attack.
///
/// mpe(v, y) = −(1 − v_y) log v_y − Σ_{y′≠y} v_{y′} log(1 − v_{y′}): natural logarithm, double precision, 0·log 0 = 0. It is 0
/// for a confident right answer and grows with doubt and error, to +∞; lower means more likely a member.
public enum ModifiedPredictionEntropy {
    /// The value for one prediction.
    ///
    /// - Parameters:
    ///   - v: the prediction (K confidences in [0, 1]).
    ///   - label: the true class y, in 0..<K.
    /// - Returns: the value, in [0, +∞]; nil for a label or a confidence out of range.
    public static func value(_ v: some RandomAccessCollection<Double>, label: Int) -> Double? {
        guard label >= 0, label < v.count else { return nil }
        var sum = 0.0
        for (index, confidence) in v.enumerated() {
            guard confidence >= 0, confidence <= 1 else { return nil }
            sum += term(confidence, isLabel: index == label)
        }
        return sum
    }

    /// The values for a batch of predictions in single precision.
    ///
    /// - Parameters:
    ///   - predictions: (N, K), row by row, confidences in [0, 1].
    ///   - classes: K.
    ///   - labels: the true classes (N), in 0..<K.
    /// - Returns: N values, in [0, +∞]; nil for a shape, a label or a confidence out of range.
    public static func values(predictions: [Float], classes: Int, labels: [Int]) -> [Double]? {
        batch(predictions, classes, labels)
    }

    /// The values for a batch of predictions in double precision.
    ///
    /// - Parameters:
    ///   - predictions: (N, K), row by row, confidences in [0, 1].
    ///   - classes: K.
    ///   - labels: the true classes (N), in 0..<K.
    /// - Returns: N values, in [0, +∞]; nil for a shape, a label or a confidence out of range.
    public static func values(predictions: [Double], classes: Int, labels: [Int]) -> [Double]? {
        batch(predictions, classes, labels)
    }

    private static func batch<Scalar: BinaryFloatingPoint>(
        _ predictions: [Scalar],
        _ classes: Int,
        _ labels: [Int]
    ) -> [Double]? {
        let (size, overflow) = labels.count.multipliedReportingOverflow(by: classes)
        guard classes > 0, !overflow, predictions.count == size,
            labels.allSatisfy({ $0 >= 0 && $0 < classes })
        else { return nil }
        return predictions.withUnsafeBufferPointer { cells in
            var values: [Double] = []
            values.reserveCapacity(labels.count)
            for (row, label) in labels.enumerated() {
                var sum = 0.0
                for column in 0..<classes {
                    let confidence = Double(cells[row * classes + column])
                    guard confidence >= 0, confidence <= 1 else { return nil }
                    sum += term(confidence, isLabel: column == label)
                }
                values.append(sum)
            }
            return values
        }
    }

    /// One summand; the two cases with 0·log 0 or a sure zero are 0 without a logarithm.
    @inline(__always)
    private static func term(_ confidence: Double, isLabel: Bool) -> Double {
        if isLabel { return confidence == 1 ? 0 : -(1 - confidence) * log(confidence) }
        return confidence == 0 ? 0 : -confidence * log(1 - confidence)
    }
}
