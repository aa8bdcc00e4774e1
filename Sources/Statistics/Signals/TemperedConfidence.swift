import Foundation

/// The confidence in the true class after a softmax with a temperature: p_y^(1/T) / Σ_c p_c^(1/T).
///
/// RMIA takes it in place of p_y (Zarifzadeh et al. 2024, section 4, signal with temperature 2).
public enum TemperedConfidence {
    /// The value of one prediction.
    ///
    /// - Parameters:
    ///   - v: the prediction (K confidences in [0, 1], one of them positive).
    ///   - label: the true class y, in 0..<K.
    ///   - temperature: T > 0; 1 leaves the confidence as it is.
    /// - Returns: the value, in [0, 1]; nil for a label or a number out of range.
    public static func value(_ v: some RandomAccessCollection<Double>, label: Int, temperature: Double) -> Double? {
        guard label >= 0, label < v.count, temperature > 0, let top = v.max(), top > 0, top <= 1 else { return nil }
        var (own, sum) = (0.0, 0.0)
        for (index, confidence) in v.enumerated() {
            guard confidence >= 0 else { return nil }
            let power = temperature == 1 ? confidence / top : pow(confidence / top, 1 / temperature)
            sum += power
            if index == label { own = power }
        }
        return own / sum
    }
}
