import Foundation

/// The logit-scaled confidence φ = log p_y − log Σ_{c≠y} p_c (Carlini et al. 2022, section IV-C), in nats.
///
/// The sum over the other classes is taken itself, not as 1 − p_y, so that it keeps its digits where p_y is next to 1.
public enum LogitMargin {
    /// Below this a probability counts as this, so that φ stays finite.
    private static let smallest = 1e-300

    /// φ of one prediction.
    ///
    /// - Parameters:
    ///   - v: the prediction (K confidences in [0, 1]).
    ///   - label: the true class y, in 0..<K.
    /// - Returns: φ, finite; nil for a label or a confidence out of range.
    public static func value(_ v: some RandomAccessCollection<Double>, label: Int) -> Double? {
        guard label >= 0, label < v.count else { return nil }
        var (own, others) = (0.0, 0.0)
        for (index, confidence) in v.enumerated() {
            guard confidence >= 0, confidence <= 1 else { return nil }
            if index == label { own = confidence } else { others += confidence }
        }
        return log(max(own, smallest)) - log(max(others, smallest))
    }
}
