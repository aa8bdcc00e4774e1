/// A time as people say it: seconds below a minute and a half, minutes above.
enum TimeWords {
    /// - Parameter seconds: at least 0; rounded up.
    static func text(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e9 else { return "years" }
        return seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
    }
}
