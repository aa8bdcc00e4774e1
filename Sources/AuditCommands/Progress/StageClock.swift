/// How far a stage is and how long it may still take.
struct StageClock: Sendable {
    let stage: String
    let steps: Int
    private let start: ContinuousClock.Instant
    private(set) var done = 0

    init(stage: String, steps: Int, now: ContinuousClock.Instant = .now) {
        self.stage = stage
        self.steps = steps
        start = now
    }

    mutating func step() { done += 1 }

    /// Share done, in [0, 1]; nil when the number of steps is unknown.
    var share: Double? { steps > 0 ? min(1, Double(done) / Double(steps)) : nil }

    func elapsed(now: ContinuousClock.Instant = .now) -> Duration { start.duration(to: now) }

    /// The time to go at the mean speed so far; nil before the first step or without a number of steps.
    func remaining(now: ContinuousClock.Instant = .now) -> Duration? {
        guard let share, done > 0 else { return nil }
        let seconds =
            Double(elapsed(now: now).components.seconds) + Double(elapsed(now: now).components.attoseconds) / 1e18
        return .seconds(seconds * (1 - share) / share)
    }

    /// `1:02:03`, `2:03` or `3 s`.
    static func text(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        guard seconds >= 60 else { return "\(seconds) s" }
        let tail = twoDigits(seconds % 60)
        return seconds < 3600 ? "\(seconds / 60):\(tail)" : "\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(tail)"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
